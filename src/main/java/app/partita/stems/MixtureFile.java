package app.partita.stems;

import app.partita.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The decoded mixture in a work file of interleaved floats: one thread appends while others read what is there.
 *
 * <p>A place further on can be foreseen: samples are put in there that can be heard until those that are appended take
 * their place. Nothing that is for good may be made of them.
 */
public final class MixtureFile implements AutoCloseable {

    private static final long POLL_MILLIS = 50;

    private final int channels;
    private final FloatFile writer;
    private final FloatFile reader;
    private final Object growth = new Object();
    /** Held while frames are put in: what is foreseen never overwrites what was appended. */
    private final Object writing = new Object();
    private volatile long frames;
    private volatile Stretches foreseen = Stretches.NONE;
    private volatile OptionalLong foreseenLength = OptionalLong.empty();
    private int waiting;
    private volatile long expected;
    private volatile boolean complete;
    private volatile Fault failure;
    private float[] scratch = new float[0];

    private MixtureFile(int channels, FloatFile writer, FloatFile reader) {
        this.channels = channels;
        this.writer = writer;
        this.reader = reader;
    }

    /** Starts an empty file; an existing one is emptied. */
    public static MixtureFile create(Path file, int channels) throws Fault {
        FloatFile writer = FloatFile.create(file);
        return new MixtureFile(channels, writer, FloatFile.open(file));
    }

    /** How many channels a frame has. */
    public int channels() {
        return channels;
    }

    /** How many frames to expect by the container's figure, for progress only. */
    public void expect(long figure) {
        expected = figure;
    }

    /** The length if known, else the larger of what is there and what is expected. */
    public long expectedFrames() {
        return complete ? frames : Math.max(frames, expected);
    }

    /** Appends frames; {@code offset} counts floats. */
    public void append(float[] interleaved, int offset, int count) throws Fault {
        if (complete) {
            throw new IllegalStateException("the song has ended");
        }
        synchronized (writing) {
            writer.write(frames * channels, interleaved, offset, count * channels);
            synchronized (growth) {
                frames += count;
                growth.notifyAll();
            }
        }
    }

    /**
     * Puts in frames that are probably those which will be appended there; what was appended already stays as it is.
     * May be called by another thread than the one that appends. {@code offset} counts floats.
     */
    public void foresee(long frame, float[] interleaved, int offset, int count) throws Fault {
        synchronized (writing) {
            int known = (int) Math.clamp(frames - frame, 0, count);
            if (complete || known == count) {
                return;
            }
            writer.write((frame + known) * channels, interleaved, offset + known * channels,
                    (count - known) * channels);
            synchronized (growth) {
                foreseen = foreseen.with(frame + known, frame + count);
                growth.notifyAll();
            }
        }
    }

    /** The song will probably be that long. */
    public void foreseeLength(long figure) {
        synchronized (growth) {
            foreseenLength = OptionalLong.of(figure);
            growth.notifyAll();
        }
    }

    /** The song is here to its end. */
    public void complete() {
        synchronized (writing) {
            synchronized (growth) {
                complete = true;
                foreseen = Stretches.NONE;
                growth.notifyAll();
            }
        }
    }

    /** There will be no more, because of this: waiting readers fail with it. */
    public void fail(Fault why) {
        synchronized (growth) {
            failure = why;
            growth.notifyAll();
        }
    }

    /** How many frames are there for good, from the start on. */
    public long frames() {
        return frames;
    }

    /** What can be heard: the frames that are there for good, and what is foreseen. */
    public Stretches heard() {
        return foreseen.with(0, frames);
    }

    /** How long the song will probably be; empty if nobody has come to its end yet. */
    public OptionalLong foreseenLength() {
        return foreseenLength;
    }

    /** Whether somebody waits for more of the song. */
    public boolean isAwaited() {
        synchronized (growth) {
            return waiting > 0;
        }
    }

    /** The song's length in frames, known once {@link #complete} was called. */
    public OptionalLong length() {
        return complete ? OptionalLong.of(frames) : OptionalLong.empty();
    }

    /**
     * Waits until that many frames are there or the song ended.
     *
     * @return the frames there: fewer than {@code wanted} only at the end of the song
     * @throws Fault what was given to {@link #fail}
     * @throws CancellationException when {@code cancelled} answers true, asked every {@value #POLL_MILLIS} ms and
     *                               oftener, or when the thread is interrupted
     */
    public long awaitFrames(long wanted, BooleanSupplier cancelled) throws Fault {
        return await(() -> frames >= wanted, cancelled);
    }

    /**
     * Waits until something has come about or the song ended.
     *
     * @param come asked whenever the song has grown, and every {@value #POLL_MILLIS} ms
     * @return the frames there
     * @throws Fault as {@link #awaitFrames} does
     * @throws CancellationException as {@link #awaitFrames} does
     */
    public long await(BooleanSupplier come, BooleanSupplier cancelled) throws Fault {
        while (true) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            synchronized (growth) {
                if (failure != null) {
                    throw failure;
                }
                if (complete || come.getAsBoolean()) {
                    return frames;
                }
                waitForMore();
            }
        }
    }

    private void waitForMore() {
        waiting++;
        try {
            growth.wait(POLL_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while waiting for the song");
        } finally {
            waiting--;
        }
    }

    /** Reads frames interleaved; what lies outside of what is there reads as zeros. {@code offset} counts floats. */
    public void read(long frame, float[] interleaved, int offset, int count) throws Fault {
        // What was never put in is a hole in the file, or after its end: zeros, too.
        long end = complete ? frames : Long.MAX_VALUE / 2;
        int before = (int) Math.clamp(-frame, 0, count);
        int inside = (int) Math.clamp(end - (frame + before), 0, count - before);
        Arrays.fill(interleaved, offset, offset + before * channels, 0);
        reader.read((frame + before) * channels, interleaved, offset + before * channels, inside * channels);
        Arrays.fill(interleaved, offset + (before + inside) * channels, offset + count * channels, 0);
    }

    /**
     * Reads frames planar, {@code channels × count}; what lies outside of what is there reads as zeros. For one
     * thread at a time.
     */
    public void readPlanar(long frame, float[] planar, int count) throws Fault {
        if (scratch.length < count * channels) {
            scratch = new float[count * channels];
        }
        read(frame, scratch, 0, count);
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0, from = channel; i < count; i++, from += channels) {
                planar[channel * count + i] = scratch[from];
            }
        }
    }

    /** Closes and deletes the file. */
    @Override
    public void close() throws Fault {
        try (writer; reader) {
            Files.deleteIfExists(writer.path());
        } catch (Fault fault) {
            throw fault;
        } catch (IOException cause) {
            throw DiskFault.writing(writer.path(), cause);
        }
    }
}
