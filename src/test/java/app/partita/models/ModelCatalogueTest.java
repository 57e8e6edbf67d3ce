package app.partita.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import org.junit.jupiter.api.Test;

class ModelCatalogueTest {

    private final ModelCatalogue catalogue = new ModelCatalogue();

    @Test
    void htdemucsIsThereAndPreferred() throws Fault {
        assertThat(catalogue.find("htdemucs")).isEqualTo(catalogue.preferred());
        assertThat(catalogue.models()).contains(catalogue.preferred());
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> catalogue.find("htdemucs_9s"))
                .withMessageContaining("htdemucs_9s")
                .satisfies(f -> assertThat(f.nextStep()).contains("htdemucs"));
    }

    @Test
    void officialFilesAreAskedForByHttpsAndNamedAfterTheirChecksum() {
        for (Model model : catalogue.models()) {
            for (Origin origin : model.origins()) {
                if (origin instanceof Origin.Official official) {
                    assertThat(official.file()).hasScheme("https");
                    assertThat(official.fileName()).endsWith("-" + official.sha256Prefix() + ".th");
                }
            }
        }
    }
}
