package app.partita.jobs;

import app.partita.audio.AudioFiles;
import app.partita.audio.PcmReader;
import app.partita.audio.SongInfo;
import app.partita.engine.ModelSpec;
import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

/**
 * Decodes a song into a mixture file on a thread of its own, while the first segments are already being separated. It
 * takes a processor that the network could use, so it rests while somebody waits for the network.
 */
final class Decoding implements AutoCloseable {

    private static final int BLOCK_FRAMES = 16_384;

    private final PcmReader reader;
    private final MixtureFile mixture;
    private final LongConsumer decoded;
    private final Turn turn;
    private final String name;
    private final Thread thread;
    private volatile boolean closed;

    /** Whose turn it is to have the processors. */
    interface Turn {

        /** Waits until it is the decoder's, or until that answers true. */
        void await(BooleanSupplier over);

        /** It may be another's now, or the decoder is over. */
        void changed();
    }

    private Decoding(PcmReader reader, MixtureFile mixture, String name, LongConsumer decoded, Turn turn) {
        this.reader = reader;
        this.mixture = mixture;
        this.name = name;
        this.decoded = decoded;
        this.turn = turn;
        this.thread = Thread.ofPlatform().name("decoder").daemon().unstarted(this::pump);
    }

    /**
     * Begins.
     *
     * @param decoded told how many frames are there, on the decoder's thread
     * @param turn    asked there, often: as long as it is somebody else's, nothing more is decoded
     */
    static Decoding start(AudioFiles audio, SongInfo song, ModelSpec spec, MixtureFile mixture, LongConsumer decoded,
                          Turn turn) throws Fault {
        Decoding decoding = new Decoding(audio.decodeStereo(song, spec.sampleRate()), mixture,
                song.path().getFileName().toString(), decoded, turn);
        decoding.thread.start();
        return decoding;
    }

    /** What the decoder complained of but survived; complete once the mixture's length is known. */
    List<String> warnings() {
        return reader.warnings();
    }

    private void pump() {
        float[] block = new float[BLOCK_FRAMES * mixture.channels()];
        try {
            for (int frames = reader.read(block, 0, BLOCK_FRAMES); frames >= 0;
                    frames = reader.read(block, 0, BLOCK_FRAMES)) {
                mixture.append(block, 0, frames);
                decoded.accept(mixture.frames());
                turn.await(() -> closed);
            }
            mixture.complete();
        } catch (Fault fault) {
            mixture.fail(fault);
        } catch (CancellationException stopped) {
            mixture.fail(new Fault("The reading of " + name + " was stopped.", "Try again.", stopped));
        } catch (RuntimeException | Error broken) {
            mixture.fail(new Fault("An error inside the program while reading " + name + ": " + broken,
                    "Try again; if it comes back, report it with the details.", broken));
        }
    }

    /** Stops the decoder, if it still runs, and waits for its thread. */
    @Override
    public void close() {
        closed = true;
        turn.changed();
        reader.close();
        Joining.await(thread);
    }
}
