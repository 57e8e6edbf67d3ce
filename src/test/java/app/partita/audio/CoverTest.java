package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.fault.Fault;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverTest {

    private static final int SIZE = 76;

    private final AudioFiles audio = Sound.audioFiles();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"song.mp3", "song.flac", "song.m4a"})
    void aLargeCoverComesScaledToFit(String name) throws Exception {
        BufferedImage cover = picture(read(withCover(name, "color=red:s=400x200")).orElseThrow());
        assertThat(cover.getWidth()).isEqualTo(SIZE);
        assertThat(cover.getHeight()).isEqualTo(SIZE / 2);
        assertThat(cover.getRGB(SIZE / 2, SIZE / 4) >> 16 & 0xFF).isGreaterThan(200);
        assertThat(cover.getRGB(SIZE / 2, SIZE / 4) & 0xFFFF).isLessThan(0x2000);
    }

    @Test
    void aSmallCoverIsNotBlownUp() throws Exception {
        BufferedImage cover = picture(read(withCover("song.mp3", "color=red:s=20x10")).orElseThrow());
        assertThat(cover.getWidth()).isEqualTo(20);
        assertThat(cover.getHeight()).isEqualTo(10);
    }

    @Test
    void aSongWithoutCoverHasNone() throws Exception {
        Path song = folder.resolve("song.mp3");
        Sound.ffmpeg("-f", "lavfi", "-i", "sine=d=1", song.toString());
        assertThat(read(song)).isEmpty();
    }

    @Test
    void aFrameOfAFilmIsNoCover() throws Exception {
        Path film = folder.resolve("film.mp4");
        Sound.ffmpeg("-f", "lavfi", "-i", "testsrc=d=1:s=64x64", "-f", "lavfi", "-i", "sine=d=1", "-c:v", "mpeg4",
                film.toString());
        assertThat(read(film)).isEmpty();
    }

    @Test
    void aDamagedCoverIsToldOf() throws Exception {
        Path song = withCover("song.mp3", "color=red:s=400x200");
        byte[] bytes = Files.readAllBytes(song);
        int png = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("PNG");
        Arrays.fill(bytes, png, png + 100, (byte) 0);
        Files.write(song, bytes);
        assertThatThrownBy(() -> read(song)).isInstanceOf(Fault.class).hasMessageContaining("song.mp3");
    }

    @Test
    void aMissingSongIsNamed() {
        assertThatThrownBy(() -> read(folder.resolve("gone.mp3"))).isInstanceOf(Fault.class)
                .hasMessageContaining("gone.mp3 does not exist");
    }

    @Test
    void whoIsCancelledGetsNothing() throws Exception {
        Path song = withCover("song.mp3", "color=red:s=400x200");
        Path slow = Files.writeString(folder.resolve("slow"), "#!/bin/sh\nexec sleep 1000\n");
        assertThat(slow.toFile().setExecutable(true)).isTrue();
        var stuck = new AudioFiles(() -> new Programs(slow, slow), folder.resolve("scratch"),
                Duration.ofSeconds(60));
        assertThatThrownBy(() -> stuck.cover(song, SIZE, () -> true)).isInstanceOf(CancellationException.class);
    }

    private Optional<byte[]> read(Path song) throws Fault {
        return audio.cover(song, SIZE, () -> false);
    }

    private static BufferedImage picture(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private Path withCover(String name, String source) throws Exception {
        Path picture = folder.resolve("cover.png");
        Path song = folder.resolve(name);
        Sound.ffmpeg("-f", "lavfi", "-i", source, "-frames:v", "1", picture.toString());
        Sound.ffmpeg("-f", "lavfi", "-i", "sine=d=1", "-i", picture.toString(), "-map", "0", "-map", "1",
                "-c:v", "copy", "-disposition:v:0", "attached_pic", song.toString());
        return song;
    }
}
