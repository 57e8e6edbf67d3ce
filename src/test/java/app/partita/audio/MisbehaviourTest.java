package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import app.partita.fault.Fault;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Programs that hang, crash or cannot start, in FFmpeg's place. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class MisbehaviourTest {

    private static final String SAYS_ITS_NUMBER_THEN_HANGS = "printf '%08d' $$; exec sleep 1000";

    @TempDir
    Path folder;

    private SongInfo song;

    @BeforeEach
    void makeSong() throws IOException {
        Path file = Files.writeString(folder.resolve("song.mp3"), "never looked at");
        song = new SongInfo(file, "mp3", 44_100, 2, "stereo", OptionalLong.empty(), OptionalDouble.empty(),
                SongTags.NONE, false, List.of());
    }

    @Test
    void aHangingDecoderIsEnded() throws IOException {
        PcmReader reader = with("head -c 80 /dev/zero; exec sleep 1000", Duration.ofMillis(300)).decode(song);
        assertThatThrownBy(() -> Sound.readAll(reader)).isInstanceOf(Fault.class)
                .hasMessageContaining("song.mp3: FFmpeg hung");
        assertNothingLeft();
    }

    @Test
    void aCallerThatTakesItsTimeIsNoHang() throws Exception {
        var bytes = "head -c 800000 /dev/zero";
        PcmReader reader = with(bytes, Duration.ofMillis(100)).decode(song);
        float[] block = new float[200];
        assertThat(reader.read(block, 0, 100)).isEqualTo(100);
        new CompletableFuture<Void>().completeOnTimeout(null, 500, TimeUnit.MILLISECONDS).get();
        assertThat(Sound.readAll(reader)).hasSize(200_000 - 200);
    }

    @Test
    void aHangingProbeIsEnded() {
        AudioFiles audio = with("exec sleep 1000", Duration.ofMillis(300));
        assertThatThrownBy(() -> audio.probe(song.path())).isInstanceOf(Fault.class).hasMessageContaining("hung");
    }

    @Test
    void aHangingProbeCanBeCancelled() throws IOException {
        AudioFiles audio = with("exec sleep 1000", Duration.ofSeconds(50));
        var asked = new AtomicInteger();
        assertThatThrownBy(() -> audio.probe(song.path(), () -> asked.incrementAndGet() > 2))
                .isInstanceOf(CancellationException.class);
        assertNothingLeft();
    }

    @Test
    void aHangingEncoderIsEndedAndItsFileGone() throws IOException {
        Path out = folder.resolve("out.wav");
        PcmWriter writer = with("exec sleep 1000", Duration.ofMillis(300))
                .encode(out, OutputFormat.WAV24, 44_100, 2, SongTags.NONE);
        assertThatThrownBy(() -> Sound.writeAll(writer, new float[500_000], 2)).isInstanceOf(Fault.class)
                .hasMessageContaining("out.wav: FFmpeg hung");
        assertThat(out).doesNotExist();
        assertNothingLeft();
    }

    @Test
    void aCrashingDecoderIsAFaultOfItsSong() throws IOException {
        PcmReader reader = with("head -c 80 /dev/zero; kill -SEGV $$").decode(song);
        assertThatThrownBy(() -> Sound.readAll(reader)).isInstanceOf(Fault.class)
                .hasMessageContaining("song.mp3: FFmpeg crashed");
    }

    @Test
    void aCrashingEncoderIsAFaultAndItsFileGone() throws IOException {
        Path out = folder.resolve("out.wav");
        PcmWriter writer = with("kill -SEGV $$").encode(out, OutputFormat.WAV24, 44_100, 2, SongTags.NONE);
        assertThatThrownBy(() -> Sound.writeAll(writer, new float[500_000], 2)).isInstanceOf(Fault.class)
                .hasMessageContaining("out.wav: FFmpeg crashed");
        assertThat(out).doesNotExist();
    }

    @Test
    void anErrorAfterSomeSoundIsAFault() throws IOException {
        PcmReader reader = with("head -c 80 /dev/zero; echo '[in @ 0x1] Input/output error' >&2; exit 69").decode(song);
        assertThatThrownBy(() -> Sound.readAll(reader)).isInstanceOf(Fault.class)
                .hasMessageEndingWith("song.mp3 cannot be decoded beyond frame 10: Input/output error.");
    }

    @Test
    void aMissingSystemLibraryIsNamed() throws IOException {
        PcmReader reader = with("echo 'ffmpeg: error while loading shared libraries: libpulse.so.0: cannot open' >&2;"
                + " exit 127").decode(song);
        assertThatThrownBy(() -> Sound.readAll(reader)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault).hasMessageContaining("libpulse.so.0");
            assertThat(fault.nextStep()).contains("Install");
        });
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theLibrariesBesideAProgramAreFoundAlsoByOneAnother() throws IOException {
        Path told = folder.resolve("told");
        PcmReader reader = with("printf %s \"$LD_LIBRARY_PATH\" > '" + told + "'; head -c 80 /dev/zero").decode(song);
        assertThat(Sound.readAll(reader)).hasSize(20);
        assertThat(Files.readString(told).split(File.pathSeparator)).contains(folder.toString());
    }

    @Test
    void aProgramThatCannotStartIsAFault() {
        var programs = new Programs(folder.resolve("none"), folder.resolve("none"));
        var audio = new AudioFiles(() -> programs, folder.resolve("scratch"), Duration.ofSeconds(10));
        assertThatThrownBy(() -> audio.decode(song)).isInstanceOf(Fault.class)
                .hasMessageContaining("cannot be started");
        assertNothingLeft();
    }

    @Test
    void closingFromAnotherThreadEndsABlockedRead() throws Exception {
        PcmReader reader = with(SAYS_ITS_NUMBER_THEN_HANGS).decode(song);
        assertThat(reader.read(new float[2], 0, 1)).isEqualTo(1);
        assertThat(thrownWhenClosed(reader, () -> reader.read(new float[200], 0, 100)))
                .isInstanceOf(CancellationException.class);
        assertNothingLeft();
    }

    @Test
    void closingFromAnotherThreadEndsABlockedWrite() throws Exception {
        Path out = folder.resolve("out.wav");
        PcmWriter writer = with("exec sleep 1000").encode(out, OutputFormat.WAV24, 44_100, 2, SongTags.NONE);
        assertThat(thrownWhenClosed(writer, () -> writer.write(new float[2_000_000], 0, 1_000_000)))
                .isInstanceOf(CancellationException.class);
        assertThat(out).doesNotExist();
        assertNothingLeft();
    }

    @Test
    void whatAKilledProgramLeftIsRemovedInTime() throws IOException {
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        Path left = Files.createFile(scratch.resolve("ffmpeg-1.tags"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        Path inUse = Files.createFile(scratch.resolve("ffmpeg-2.log"));
        assertThatThrownBy(() -> with("exit 1").probe(song.path())).isInstanceOf(Fault.class);
        assertThat(scratch).isDirectoryContaining(inUse::equals).isDirectoryNotContaining(left::equals);
    }

    @Test
    void whatOthersDeleteMeanwhileHindersNobody() throws IOException {
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        // A link to nowhere is listed and not there, like a file that another song's decoder has just given up.
        Files.createSymbolicLink(scratch.resolve("ffmpeg-3.log"), folder.resolve("nowhere"));
        assertThatThrownBy(() -> with("exit 1").probe(song.path())).isInstanceOf(Fault.class)
                .hasMessageContaining(song.path().getFileName().toString());
    }

    @Test
    void noDecoderOutlivesTheProgram() throws Exception {
        Process program = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Leaver.class.getName(),
                script(SAYS_ITS_NUMBER_THEN_HANGS).toString(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long decoder;
        try (var said = new BufferedReader(new InputStreamReader(program.getInputStream()))) {
            decoder = Long.parseLong(said.readLine());
        }
        assertThat(program.waitFor()).isZero();
        var left = ProcessHandle.of(decoder);
        if (left.isPresent()) {
            left.get().onExit().get(10, TimeUnit.SECONDS);
        }
        assertNothingLeft();
    }

    /** A program that ends in the middle of a song. */
    static final class Leaver {

        private Leaver() {
        }

        public static void main(String[] arguments) throws IOException {
            Path folder = Path.of(arguments[1]);
            var programs = new Programs(Path.of(arguments[0]), Path.of(arguments[0]));
            var audio = new AudioFiles(() -> programs, folder.resolve("scratch"), Duration.ofSeconds(60));
            PcmReader reader = audio.decode(new SongInfo(folder.resolve("song.mp3"), "mp3", 44_100, 2, "stereo",
                    OptionalLong.empty(), OptionalDouble.empty(), SongTags.NONE, false, List.of()));
            float[] block = new float[2];
            reader.read(block, 0, 1);
            var digits = new StringBuilder();
            for (float sample : block) {
                int bits = Float.floatToRawIntBits(sample);
                for (int shift = 0; shift < 32; shift += 8) {
                    digits.append((char) (bits >> shift & 0xFF));
                }
            }
            System.out.println(digits);
            System.exit(0);
        }
    }

    private static Throwable thrownWhenClosed(AutoCloseable child, ThrowingCallable blocking) throws Exception {
        try (var other = Executors.newSingleThreadExecutor()) {
            var thrown = other.submit(() -> catchThrowable(blocking));
            assertThatThrownBy(() -> thrown.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            child.close();
            return thrown.get(10, TimeUnit.SECONDS);
        }
    }

    private AudioFiles with(String shell) {
        return with(shell, Duration.ofSeconds(30));
    }

    private AudioFiles with(String shell, Duration patience) {
        Path script = script(shell);
        return new AudioFiles(() -> new Programs(script, script), folder.resolve("scratch"), patience);
    }

    private Path script(String shell) {
        try {
            Path script = Files.writeString(folder.resolve("fake"), "#!/bin/sh\n" + shell + "\n");
            assertThat(script.toFile().setExecutable(true)).isTrue();
            return script;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void assertNothingLeft() {
        assertThat(folder.resolve("scratch")).isEmptyDirectory();
    }
}
