package app.partita.jobs.host;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;

/**
 * The trash of Linux desktops, as the freedesktop.org trash specification 1.0 says: a person's own one, or, for files
 * on another disk, that person's one there, since files are moved and never copied.
 */
public final class FreedesktopTrash implements Trash {

    private static final String UNESCAPED = "/-_.~!*'()";
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    private final Path home;
    private final InstantSource clock;
    private final ZoneId zone;

    /** The trash of whoever runs this, by the variables {@code XDG_DATA_HOME} and {@code HOME}. */
    public static FreedesktopTrash of(Map<String, String> environment, InstantSource clock) {
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path folder = data.startsWith("/") ? Path.of(data)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local", "share");
        return new FreedesktopTrash(folder.resolve("Trash"), clock, ZoneId.systemDefault());
    }

    FreedesktopTrash(Path home, InstantSource clock, ZoneId zone) {
        this.home = home;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public void discard(Path fileOrFolder) throws Fault {
        Path file = fileOrFolder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(home);
            FileStore disk = Files.getFileStore(file);
            if (disk.equals(Files.getFileStore(home))) {
                discard(file, file, home);
            } else {
                Path top = top(file, disk);
                discard(file, top.relativize(file), trashOf(top));
            }
        } catch (Fault fault) {
            throw fault;
        } catch (IOException e) {
            throw FaultKind.NO_TRASH.because(e, file);
        }
    }

    private void discard(Path file, Path remembered, Path trash) throws IOException {
        Path files = ownFolder(trash.resolve("files"));
        Path infos = ownFolder(trash.resolve("info"));
        String name = file.getFileName().toString();
        for (int copy = 1; ; copy++) {
            String free = copy == 1 ? name : name + " " + copy;
            Path info = infos.resolve(free + ".trashinfo");
            try {
                Files.writeString(info, info(remembered), StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException taken) {
                continue;
            }
            if (Files.exists(files.resolve(free), LinkOption.NOFOLLOW_LINKS)) {
                Files.delete(info);
                continue;
            }
            move(file, files.resolve(free), info);
            return;
        }
    }

    private static void move(Path file, Path place, Path info) throws IOException {
        try {
            Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(info);
            throw e;
        }
    }

    private String info(Path remembered) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.SECONDS);
        return "[Trash Info]\nPath=" + escaped(remembered.toString()) + "\nDeletionDate="
                + now.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME) + "\n";
    }

    private static String escaped(String path) {
        StringBuilder text = new StringBuilder();
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one >= '0' && one <= '9' || one >= 'A' && one <= 'Z' || one >= 'a' && one <= 'z'
                    || UNESCAPED.indexOf(one) >= 0;
            if (plain) {
                text.append((char) one);
            } else {
                text.append('%').append(HexFormat.of().withUpperCase().toHexDigits(one));
            }
        }
        return text.toString();
    }

    /** The uppermost folder of the file's disk. */
    private static Path top(Path file, FileStore disk) throws IOException {
        Path top = file.getParent();
        while (top.getParent() != null && Files.getFileStore(top.getParent()).equals(disk)) {
            top = top.getParent();
        }
        return top;
    }

    /** The administrator's {@code .Trash} if it is safe, with the sticky bit and no link; else one of the person's own. */
    private Path trashOf(Path top) throws IOException {
        int user = (Integer) Files.getAttribute(home, "unix:uid");
        Path common = top.resolve(".Trash");
        if (Files.isDirectory(common, LinkOption.NOFOLLOW_LINKS)
                && ((Integer) Files.getAttribute(common, "unix:mode") & 01000) != 0) {
            return ownFolder(common.resolve(Integer.toString(user)));
        }
        Path own = ownFolder(top.resolve(".Trash-" + user));
        if (Files.isSymbolicLink(own)) {
            throw new IOException(own + " is a link");
        }
        return own;
    }

    private static Path ownFolder(Path folder) throws IOException {
        return Files.isDirectory(folder) ? folder
                : Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
}
