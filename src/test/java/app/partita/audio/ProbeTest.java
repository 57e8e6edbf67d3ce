package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {

    private final AudioFiles audio = Sound.audioFiles();

    @TempDir
    Path folder;

    @Test
    void aMissingFileIsNamed() {
        assertFault(folder.resolve("gone.mp3"), "gone.mp3 does not exist");
    }

    @Test
    void aFolderIsNoSong() {
        assertFault(folder, "is a folder");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aDeviceIsNoSong() {
        assertFault(Path.of("/dev/null"), "is a pipe or a device");
    }

    @Test
    void anEmptyFileIsNoSong() throws IOException {
        assertFault(Files.createFile(folder.resolve("empty.wav")), "empty.wav is empty");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aFileWithoutPermissionIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("locked.wav"), "x");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "root reads everything");
        assertFault(file, "locked.wav may not be read");
    }

    @Test
    void textIsNoSongWhateverItsName() throws IOException {
        assertFault(Files.writeString(folder.resolve("text.mp3"), "hello ".repeat(1000)), "text.mp3 is not a sound");
    }

    @Test
    void noiseIsNoSongWhateverItsName() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        assertFault(Files.write(folder.resolve("noise.flac"), noise), "noise.flac");
    }

    @Test
    void aPlaylistDoesNotReachTheNetwork() throws IOException {
        assertFault(Files.writeString(folder.resolve("list.mp3"), """
                #EXTM3U
                #EXT-X-TARGETDURATION:10
                #EXTINF:10,
                http://127.0.0.1:9/x.mp3
                #EXT-X-ENDLIST
                """), "list.mp3");
    }

    @Test
    void aSilentVideoHasNoSound() throws Exception {
        Path file = folder.resolve("silent.mp4");
        Sound.ffmpeg("-f", "lavfi", "-i", "testsrc=d=1:s=64x64", "-c:v", "mpeg4", file.toString());
        assertFault(file, "silent.mp4 has no sound in it");
    }

    @Test
    void tagsAndCoverAreSeen() throws Exception {
        Path file = folder.resolve("tagged.mp3");
        Path cover = folder.resolve("cover.png");
        Sound.ffmpeg("-f", "lavfi", "-i", "testsrc=s=64x64", "-frames:v", "1", cover.toString());
        Sound.ffmpeg("-f", "lavfi", "-i", "sine=d=1", "-i", cover.toString(), "-map", "0", "-map", "1", "-c:v", "copy",
                "-disposition:v:0", "attached_pic", "-metadata", "title=Lithium", "-metadata", "artist=Some — one",
                "-metadata", "TRACK=7", file.toString());
        SongInfo info = audio.probe(file);
        assertThat(info.codec()).isEqualTo("mp3");
        assertThat(info.hasCover()).isTrue();
        assertThat(info.declaredFrames()).isEmpty();
        assertThat(info.estimatedSeconds().orElseThrow()).isBetween(0.9, 1.2);
        assertThat(info.tags().title()).isEqualTo("Lithium");
        assertThat(info.tags().artist()).isEqualTo("Some — one");
        assertThat(info.tags().album()).isEmpty();
        assertThat(info.tags().all()).containsEntry("track", "7");
    }

    @Test
    void tagsOfAnOggStreamAreSeen() throws Exception {
        Path file = folder.resolve("tagged.opus");
        Sound.ffmpeg("-f", "lavfi", "-i", "sine=d=1", "-metadata", "TITLE=Song", file.toString());
        assertThat(audio.probe(file).tags().title()).isEqualTo("Song");
        assertThat(audio.probe(file).hasCover()).isFalse();
    }

    private void assertFault(Path song, String cause) {
        assertThatThrownBy(() -> audio.probe(song)).isInstanceOfSatisfying(Fault.class, fault -> {
            assertThat(fault).hasMessageContaining(cause);
            assertThat(fault.getMessage()).doesNotContain("\n");
            assertThat(fault.nextStep()).isNotBlank().doesNotContain("\n");
        });
    }
}
