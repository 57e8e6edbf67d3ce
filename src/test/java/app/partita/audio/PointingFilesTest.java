package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.partita.fault.Fault;
import app.partita.testkit.TestAudio;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that make a decoder read others, in this computer or elsewhere, are no songs. */
class PointingFilesTest {

    private static final String PLAYLIST = "#EXTM3U\n#EXT-X-TARGETDURATION:5\n#EXTINF:5,\n%s\n#EXT-X-ENDLIST\n";
    private static final int PATIENCE_MILLIS = 200;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"song.mp3", "song.wav", "song.ffconcat", "song"})
    void aListOfOtherFilesIsNoSongWhateverItsName(String name) throws Exception {
        TestAudio.wav(folder.resolve("secret.wav"), 44_100, 2, TestAudio.chord(44_100, 2, 44_100));
        assertRefused(Files.writeString(folder.resolve(name), "ffconcat version 1.0\nfile 'secret.wav'\n"));
    }

    @Test
    void aPlaylistOfOtherFilesIsNoSong() throws Exception {
        TestAudio.wav(folder.resolve("secret.wav"), 44_100, 2, TestAudio.chord(44_100, 2, 44_100));
        assertRefused(Files.writeString(folder.resolve("song.m3u8"), PLAYLIST.formatted("secret.wav")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"song.m3u8", "song.mp3"})
    void nobodyIsAskedOverTheNetwork(String name) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:%d/song.ts".formatted(server.getLocalPort());
            assertRefused(Files.writeString(folder.resolve(name), PLAYLIST.formatted(address)));
            server.setSoTimeout(PATIENCE_MILLIS);
            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(server::accept);
        }
    }

    private static void assertRefused(Path song) {
        assertThatExceptionOfType(Fault.class).isThrownBy(() -> TestAudio.files().probe(song));
    }
}
