package app.partita.audio;

import app.partita.testkit.FuzzInput;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** WAV and RF64: what the header claims is told, and where the frames are, within the file; or it is refused. */
public final class WavFuzz {

    private WavFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzInput(bytes).readAsFile(file -> {
            WavHeader header = WavHeader.of(file);
            assert header.presentBytes() >= 0 && header.presentBytes() <= bytes.length : header;
            try (FileChannel channel = FileChannel.open(file)) {
                WavLayout layout;
                try {
                    layout = WavLayout.of(channel);
                } catch (IOException refused) {
                    return;
                }
                assert layout.frames() >= 0 && layout.channels() > 0 && layout.sampleRate() > 0
                        && layout.start() + layout.frames() * layout.frameBytes() <= bytes.length : layout;
            }
        });
    }
}
