package app.partita.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.SourceDataLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JavaSoundSinkTest {

    private static final int FRAMES = 100;
    private static final AudioFormat FORMAT = new AudioFormat(44_100, 16, 2, true, false);

    private final AtomicInteger taken = new AtomicInteger();

    @Test
    void aLineThatTakesNothingIsGone() {
        var sink = new JavaSoundSink(line(() -> 0), 2);
        assertThatThrownBy(() -> sink.write(new float[2 * FRAMES], FRAMES)).isInstanceOf(NoDeviceException.class);
    }

    @Test
    void onAStarvedMachineALineMayTakeItsTime() throws NoDeviceException {
        var looks = new AtomicInteger();
        var sink = new JavaSoundSink(line(() -> {
            LockSupport.parkNanos(30_000_000);
            return looks.incrementAndGet() < 90 ? 0 : FRAMES * FORMAT.getFrameSize();
        }), 2);
        sink.write(new float[2 * FRAMES], FRAMES);
        assertThat(taken).hasValue(FRAMES * FORMAT.getFrameSize());
    }

    /** @param room how many bytes it would take now */
    private SourceDataLine line(IntSupplier room) {
        return (SourceDataLine) Proxy.newProxyInstance(getClass().getClassLoader(),
                new Class<?>[] {SourceDataLine.class}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getFormat" -> FORMAT;
                    case "isOpen" -> true;
                    case "available" -> room.getAsInt();
                    case "write" -> {
                        taken.addAndGet((int) arguments[2]);
                        yield arguments[2];
                    }
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
