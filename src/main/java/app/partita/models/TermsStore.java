package app.partita.models;

import app.partita.fault.Fault;
import app.partita.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Remembers which terms a person has accepted, in a small file of the data folder. */
public final class TermsStore {

    private static final String FILE = "accepted-terms.txt";

    private final Path folder;

    /** @param folder the data folder; it may not exist yet */
    public TermsStore(Path folder) {
        this.folder = folder;
    }

    public boolean isAccepted(ModelTerms terms) throws Fault {
        return accepted().contains(terms.id());
    }

    /** Safe for several songs at once. */
    public synchronized void accept(ModelTerms terms) throws Fault {
        Set<String> all = new LinkedHashSet<>(accepted());
        if (!all.add(terms.id())) {
            return;
        }
        Path file = folder.resolve(FILE);
        try {
            WholeFile.write(file, (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Fault(file + " cannot be written (" + Reasons.of(e) + ")",
                    "Check the folder's permissions, or set PARTITA_HOME to another one.", e);
        }
    }

    private Set<String> accepted() throws Fault {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return Set.of();
        }
        try {
            return new LinkedHashSet<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new Fault(file + " cannot be read (" + Reasons.of(e) + ")",
                    "Delete it and accept the terms again.", e);
        }
    }
}
