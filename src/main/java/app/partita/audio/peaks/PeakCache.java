package app.partita.audio.peaks;

import app.partita.files.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The pyramids of songs that were opened before, in a folder: a file for each song, of which those not used for the
 * longest time are deleted. What is damaged or of another song is as good as missing: all of it can be made anew.
 */
public final class PeakCache {

    private static final Logger LOG = System.getLogger(PeakCache.class.getName());
    private static final int MAGIC = 0x50454b31;
    private static final int HEAD = 12;
    private static final int TRACK_HEAD = 8;
    private static final int CELL_BYTES = 6;
    private static final int MOST_FILES = 200;

    private final Path folder;
    private final InstantSource clock;

    /** @param folder made when it is first needed */
    public PeakCache(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * The pyramids of a song, in the order in which they were saved.
     *
     * @param key names the song's files and their state
     */
    public Optional<List<PeakPyramid>> load(String key) {
        Path file = file(key);
        try {
            Optional<List<PeakPyramid>> found = parse(Files.readAllBytes(file));
            if (found.isPresent()) {
                Files.setLastModifiedTime(file, FileTime.from(clock.instant()));
            } else {
                LOG.log(Level.DEBUG, "{0} is damaged: its waveforms are computed anew", file);
            }
            return found;
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            LOG.log(Level.WARNING, "waveforms cannot be read from " + file, unreadable);
            return Optional.empty();
        }
    }

    /**
     * Names files and their state: other files, or the same after a change, are named otherwise.
     *
     * @throws IOException if one of them is not there
     */
    public static String keyOf(List<Path> files) throws IOException {
        StringJoiner key = new StringJoiner("\n");
        for (Path file : files) {
            key.add(file.toAbsolutePath() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis());
        }
        return key.toString();
    }

    /** Saves the pyramids of a song; a full disk is no reason to stop anything. */
    public void save(String key, List<PeakPyramid> pyramids) {
        Path file = file(key);
        try {
            WholeFile.write(file, bytes(pyramids));
            prune();
        } catch (IOException | UncheckedIOException unwritable) {
            LOG.log(Level.WARNING, "waveforms cannot be kept in " + file, unwritable);
        }
    }

    private void prune() throws IOException {
        List<Path> files;
        try (Stream<Path> entries = Files.list(folder)) {
            files = entries.filter(file -> file.toString().endsWith(".peaks"))
                    .sorted(Comparator.comparing(PeakCache::used).reversed()).toList();
        }
        for (Path file : files.subList(Math.min(MOST_FILES, files.size()), files.size())) {
            Files.deleteIfExists(file);
        }
    }

    private static FileTime used(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(List<PeakPyramid> pyramids) {
        int size = HEAD;
        for (PeakPyramid pyramid : pyramids) {
            size += TRACK_HEAD + CELL_BYTES * pyramid.finest().cells();
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        bytes.putInt(MAGIC).putInt(0).putInt(pyramids.size());
        for (PeakPyramid pyramid : pyramids) {
            PeakLevel finest = pyramid.finest();
            bytes.putInt(finest.cell()).putInt(finest.cells());
            for (int index = 0; index < finest.cells(); index++) {
                for (short number : finest.raw(index)) {
                    bytes.putShort(number);
                }
            }
        }
        bytes.putInt(Integer.BYTES, checksum(bytes));
        return bytes.array();
    }

    private static Optional<List<PeakPyramid>> parse(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (content.length < HEAD || bytes.getInt() != MAGIC || bytes.getInt() != checksum(bytes)) {
            return Optional.empty();
        }
        try {
            int count = bytes.getInt();
            List<PeakPyramid> pyramids = new ArrayList<>();
            for (int track = 0; track < count; track++) {
                PeakPyramid pyramid = new PeakPyramid(bytes.getInt());
                int cells = bytes.getInt();
                for (int index = 0; index < cells; index++) {
                    pyramid.finest().raw(index, bytes.getShort(), bytes.getShort(), bytes.getShort());
                }
                pyramid.rebuild();
                pyramids.add(pyramid);
            }
            return Optional.of(pyramids);
        } catch (BufferUnderflowException truncated) {
            return Optional.empty();
        }
    }

    /** Of all behind it. */
    private static int checksum(ByteBuffer bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes.duplicate().clear().position(2 * Integer.BYTES));
        return (int) sum.getValue();
    }

    private Path file(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, 16) + ".peaks");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
