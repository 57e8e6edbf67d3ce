package app.partita.ui.models;

import java.nio.file.Path;

/** What a person says when the weights of a network are missing. */
public sealed interface TermsAnswer {

    /** Fetch them, on these terms. */
    record Accepted() implements TermsAnswer {}

    /** Use a file that is on this computer. */
    record OwnFile(Path file) implements TermsAnswer {}

    /** Neither. */
    record Declined() implements TermsAnswer {}
}
