package app.partita.models;

import app.partita.fault.Fault;
import java.nio.file.Path;

/** Judges whether a file holds the weights of a model, strictly: every tensor there, none left over. */
@FunctionalInterface
public interface ModelValidator {

    /** Returns if {@code file} can be run as {@code model}; it may have any name. */
    void validate(Model model, Path file) throws Fault;
}
