package app.partita.stems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StemWorkFileTest {

    @TempDir
    Path folder;

    @Test
    void isFilledInAnyOrderAndReadsZerosWhereNothingIs() throws Fault {
        try (var work = work()) {
            work.write(1, 3, new float[] {0, 7, 8}, 1, 1);
            work.write(1, 1, new float[] {5, 6}, 0, 1);
            var read = new float[12];
            work.read(1, 0, read, 0, 6);

            assertThat(read).containsExactly(0, 0, 5, 6, 0, 0, 7, 8, 0, 0, 0, 0);
            work.read(0, 0, read, 0, 6);
            assertThat(read).containsOnly(0);
        }
    }

    @Test
    void aStemsFileIsPlainLittleEndianFloatsOfTheSongsLength() throws IOException {
        try (var work = work()) {
            work.write(0, 0, new float[] {0.5f, -0.25f}, 0, 1);
            work.complete(3);
            var bytes = ByteBuffer.wrap(Files.readAllBytes(work.file(StemKind.DRUMS)))
                    .order(ByteOrder.LITTLE_ENDIAN);

            assertThat(bytes.capacity()).isEqualTo(3 * 2 * 4);
            assertThat(bytes.getFloat(4)).isEqualTo(-0.25f);
            assertThat(Files.size(work.file(StemKind.VOCALS))).isEqualTo(24);
            assertThat(work.length()).hasValue(3);
        }
    }

    @Test
    void slotsAreUsedAgain() throws Fault {
        try (var work = work()) {
            SegmentLog log = work.openLog("key", 10);
            SegmentSlots slots = log.slots();
            int first = slots.take();
            int second = slots.take();
            slots.write(second, 8, new float[] {1, 2}, 0, 2);
            slots.release(first);
            var read = new float[2];
            slots.read(second, 8, read, 0, 2);

            assertThat(slots.take()).as("before that is written down").isNotEqualTo(first);
            log.done(0, 1, OptionalInt.of(second));
            log.write();
            assertThat(slots.take()).isEqualTo(first);
            assertThat(slots.taken()).isEqualTo(3);
            assertThat(read).containsExactly(1, 2);
            assertThatThrownBy(() -> slots.write(second, 9, read, 0, 2))
                    .isInstanceOf(IndexOutOfBoundsException.class);
            assertThatThrownBy(() -> slots.read(5, 0, read, 0, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        }
    }

    @Test
    void leavesNothing() throws Fault {
        var work = work();
        work.openLog("key", 10);
        work.close();

        assertThat(folder).isEmptyDirectory();
    }

    private StemWorkFile work() throws Fault {
        return StemWorkFile.open(folder.resolve("work"),
                List.of(StemKind.DRUMS, StemKind.VOCALS), 2, 44_100);
    }
}
