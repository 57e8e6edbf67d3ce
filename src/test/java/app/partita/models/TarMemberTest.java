package app.partita.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarMemberTest {

    private static final byte[] WANTED = "the weights".repeat(100).getBytes();

    @Test
    void takesTheMemberAmongOthers() throws IOException {
        byte[] tar = new Tars().add("package/README.md", '0', new byte[700]).add("package/w", '0', WANTED).tar();
        assertThat(take(tar)).isEqualTo(WANTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../w", "package/../../w", "/etc/passwd", "a\\..\\w", "C:/w", ".."})
    void refusesAnArchiveThatLeavesItsFolder(String path) {
        byte[] tar = new Tars().add(path, '0', new byte[3]).add("package/w", '0', WANTED).tar();
        assertThatIOException().isThrownBy(() -> take(tar)).withMessageContaining("leaves its folder");
    }

    @Test
    void aLinkIsNoFile() {
        byte[] tar = new Tars().add("package/w", '2', new byte[0]).tar();
        assertThatIOException().isThrownBy(() -> take(tar)).withMessageContaining("does not hold");
    }

    @Test
    void refusesAnotherSizeThanExpected() {
        byte[] tar = new Tars().add("package/w", '0', new byte[5]).tar();
        assertThatIOException().isThrownBy(() -> take(tar)).withMessageContaining("5 bytes");
    }

    @Test
    void cutShortOrChangedHeadersFail() {
        byte[] tar = new Tars().add("package/a", '0', new byte[700]).add("package/w", '0', WANTED).tar();
        for (int length = 0; length < 512 + 1024 + 512 + WANTED.length; length += 7) {
            byte[] cut = Arrays.copyOf(tar, length);
            assertThatIOException().isThrownBy(() -> take(cut));
        }
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            byte[] changed = tar.clone();
            changed[random.nextInt(148)] ^= (byte) (1 + random.nextInt(255));
            assertThatIOException().isThrownBy(() -> take(changed));
        }
    }

    private static byte[] take(byte[] tar) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TarMember("package/w", WANTED.length).copy(new ByteArrayInputStream(tar), out, bytes -> { });
        return out.toByteArray();
    }
}
