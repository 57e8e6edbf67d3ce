package app.partita.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuantiserTest {

    @Property
    void integersOf24BitsComeBackAsTheyWere(@ForAll @IntRange(min = -(1 << 23), max = (1 << 23) - 1) int value) {
        assertThat(int24(Quantiser.int24(), value / (float) (1 << 23))).isEqualTo(value);
    }

    @Property
    void integersOf16BitsComeBackAsTheyWere(@ForAll short value) {
        assertThat(int16(Quantiser.int16(), value / (float) (1 << 15))).isEqualTo(value);
    }

    @Property
    void theErrorIsAtMostHalfAStep(@ForAll @FloatRange(min = -1, max = 0.99f) float sample) {
        assertThat(Math.abs(int16(Quantiser.int16(), sample) - sample * 32768.0)).isLessThanOrEqualTo(0.5);
    }

    @Property
    void floatsPassUnchanged(@ForAll @FloatRange(min = -100, max = 100) float sample) {
        var quantiser = Quantiser.float32();
        assertThat(put(quantiser, sample).getFloat(0)).isEqualTo(sample);
        assertThat(quantiser.report()).isEqualTo(new ClipReport(0, Math.abs(sample)));
    }

    @Test
    void whatIsBeyondFullScaleIsCutAndCounted() {
        var quantiser = Quantiser.int24();
        assertThat(int24(quantiser, 1.5f)).isEqualTo((1 << 23) - 1);
        assertThat(int24(quantiser, -2f)).isEqualTo(-(1 << 23));
        assertThat(int24(quantiser, 0.5f)).isEqualTo(1 << 22);
        assertThat(quantiser.report()).isEqualTo(new ClipReport(2, 2f));
    }

    @Test
    void fullScaleItselfIsNotCountedAsCut() {
        var quantiser = Quantiser.int16();
        assertThat(int16(quantiser, 1f)).isEqualTo(Short.MAX_VALUE);
        assertThat(int16(quantiser, -1f)).isEqualTo(Short.MIN_VALUE);
        assertThat(quantiser.report().samples()).isZero();
    }

    @Test
    void whatIsNoNumberBecomesSilence() {
        var quantiser = Quantiser.int24();
        assertThat(int24(quantiser, Float.NaN)).isZero();
        assertThat(int24(quantiser, Float.POSITIVE_INFINITY)).isZero();
        assertThat(quantiser.report()).isEqualTo(new ClipReport(0, 0));
    }

    private static int int24(Quantiser quantiser, float sample) {
        ByteBuffer bytes = put(quantiser, sample);
        return Byte.toUnsignedInt(bytes.get(0)) | Byte.toUnsignedInt(bytes.get(1)) << 8 | bytes.get(2) << 16;
    }

    private static int int16(Quantiser quantiser, float sample) {
        return put(quantiser, sample).getShort(0);
    }

    private static ByteBuffer put(Quantiser quantiser, float sample) {
        var bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        quantiser.put(new float[] {9, sample}, 1, 1, bytes);
        assertThat(bytes.position()).isEqualTo(quantiser.bytesPerSample());
        return bytes;
    }
}
