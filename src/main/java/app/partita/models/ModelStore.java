package app.partita.models;

import app.partita.fault.Fault;
import app.partita.files.Fsync;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * The weights on this computer: one file a model in the models folder. A file gets there only whole and checked.
 */
public final class ModelStore {

    private static final String SUFFIX = ".weights";
    /** People may put a file there by hand, under its usual name. */
    private static final List<String> SUFFIXES = List.of(SUFFIX, ".onnx", ".th", ".safetensors");

    private final Path folder;
    private final ModelValidator validator;

    public ModelStore(Path folder, ModelValidator validator) {
        this.folder = folder;
        this.validator = validator;
    }

    /** Where the files are; it may not exist yet. */
    public Path folder() {
        return folder;
    }

    /** The model's file, if it is there. */
    public Optional<Path> locate(Model model) {
        return SUFFIXES.stream()
                .map(suffix -> folder.resolve(model.name() + suffix))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    /** The model's file, if it is there and can be run; reads all of it. */
    public Optional<Path> locateSound(Model model) {
        return locate(model).filter(file -> isSound(model, file));
    }

    private boolean isSound(Model model, Path file) {
        try {
            validator.validate(model, file);
            return true;
        } catch (Fault damaged) {
            System.getLogger(ModelStore.class.getName())
                    .log(System.Logger.Level.WARNING, "These weights cannot be used: " + file, damaged);
            return false;
        }
    }

    /**
     * Copies a file that the person has into the store, replacing the one that was there.
     *
     * @return where it is now
     */
    public Path importFile(Model model, Path file) throws Fault {
        if (!Files.isRegularFile(file)) {
            throw new Fault(file + (Files.exists(file) ? " is not a file" : " does not exist"), "Check the path.");
        }
        validator.validate(model, file);
        Path copy = null;
        try {
            Files.createDirectories(folder);
            copy = Files.createTempFile(folder, "import-", ".part");
            // Ctrl-C ends the program in the midst of copying.
            copy.toFile().deleteOnExit();
            Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            return install(model, copy);
        } catch (Fault e) {
            throw e;
        } catch (IOException e) {
            throw new Fault(file + " cannot be copied to " + folder + " (" + Reasons.of(e) + ")",
                    "Check that the folder can be written and the disk has room.", e);
        } finally {
            if (copy != null) {
                discard(copy);
            }
        }
    }

    /** Checks a file that is on the same disk as the store and moves it to its place. */
    Path install(Model model, Path file) throws Fault {
        validator.validate(model, file);
        Path place = folder.resolve(model.name() + SUFFIX);
        try {
            Fsync.file(file);
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Fsync.folder(folder);
            return place;
        } catch (IOException e) {
            throw new Fault(place + " cannot be written (" + Reasons.of(e) + ")",
                    "Check that the folder can be written.", e);
        }
    }

    private static void discard(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException e) {
            System.getLogger(ModelStore.class.getName())
                    .log(System.Logger.Level.WARNING, "A half-copied file stays behind: " + copy, e);
        }
    }
}
