package app.partita.models;

import java.util.List;

/**
 * A network that Partita can run.
 *
 * @param name    as in {@code --model}
 * @param summary one line for lists
 * @param origins where its weights come from, the preferred first
 */
public record Model(String name, String summary, List<Origin> origins) {

    public Model {
        origins = List.copyOf(origins);
    }
}
