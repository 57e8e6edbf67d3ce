package app.partita.audio;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Floats out of an FFmpeg child's standard output. */
final class FfmpegPcmReader implements PcmReader {

    private static final int BLOCK_BYTES = 256 * 1024;

    private final Decoding decoding;
    private final FfmpegProcess child;
    private final ByteBuffer block;
    private final List<String> warnings = new ArrayList<>();
    /** Bytes at the start of the block that are held back, since they are the tail if nothing follows them. */
    private int held;
    private long framesRead;
    private long wildSamples;
    private boolean ended;

    FfmpegPcmReader(Ffmpeg ffmpeg, Decoding decoding) throws Fault {
        this.decoding = decoding;
        int frameBytes = Float.BYTES * decoding.channels();
        int frames = Math.max(Math.max(1, BLOCK_BYTES / frameBytes), 2 * decoding.tail());
        this.block = ByteBuffer.allocate(frames * frameBytes)
                .order(ByteOrder.LITTLE_ENDIAN);
        this.child = ffmpeg.ffmpeg(decoding.arguments());
    }

    @Override
    public int sampleRate() {
        return decoding.rate();
    }

    @Override
    public int channels() {
        return decoding.channels();
    }

    @Override
    public int read(float[] interleaved, int offset, int frames) throws Fault {
        child.cancelIfClosed();
        if (ended) {
            return -1;
        }
        int got = nextFrames(frames);
        if (got == 0) {
            ended = true;
            judgeEnd();
            return -1;
        }
        int floats = got * channels();
        block.asFloatBuffer().get(interleaved, offset, floats);
        wildSamples += Samples.silenceWild(interleaved, offset, floats);
        framesRead += got;
        holdBack(got);
        return got;
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() {
        child.close();
    }

    /** Reads on; returns how many frames at the start of the block are no tail, 0 only at the end. */
    private int nextFrames(int most) throws Fault {
        int frameBytes = Float.BYTES * channels();
        int tailBytes = decoding.tail() * frameBytes;
        int room = block.capacity() - tailBytes;
        int filled = fill(tailBytes + Math.min(room, Math.multiplyExact(most, frameBytes)));
        held = filled;
        return Math.max(0, filled - tailBytes) / frameBytes;
    }

    private void holdBack(int framesGiven) {
        int given = framesGiven * Float.BYTES * channels();
        System.arraycopy(block.array(), given, block.array(), 0, held - given);
        held -= given;
    }

    private int fill(int wanted) throws Fault {
        int filled = held;
        try {
            while (filled < wanted) {
                int at = filled;
                int got = child.watched(() -> child.output().read(block.array(), at, wanted - at));
                if (got < 0) {
                    break;
                }
                filled += got;
            }
            return filled;
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private void judgeEnd() throws Fault {
        int exit;
        try {
            exit = child.awaitExit();
        } catch (IOException e) {
            throw fault(e);
        }
        ErrorLog errors = child.errors();
        Fault common = child.commonFault(decoding.file().toString(), exit, errors);
        if (common != null) {
            throw common;
        }
        long frames = decoding.inputFrames(framesRead);
        if (framesRead == 0 && !decoding.mayBeEmpty()) {
            throw SongFiles.silentFile(decoding.file(), errors.asCause(exit));
        }
        if (decoding.strict() && decoding.isShort(frames)) {
            throw SongFiles.endsEarly(decoding.file(), frames, decoding.declared().getAsLong());
        }
        if (exit != 0) {
            throw FaultKind.SONG_DAMAGED.because(errors.asCause(exit), decoding.file(), frames, errors.first());
        }
        gatherWarnings(errors, frames);
    }

    private void gatherWarnings(ErrorLog errors, long frames) {
        if (decoding.isShort(frames)) {
            warnings.add("It ends early: " + frames + " of " + decoding.declared().getAsLong() + " frames.");
        }
        if (wildSamples > 0) {
            warnings.add(wildSamples + " samples were not numbers, or beyond all measure, and are taken as silence.");
        }
        warnings.addAll(errors.lines());
    }

    private Fault fault(IOException behind) {
        Fault common = child.isHung() ? child.commonFault(decoding.file().toString(), 0, ErrorLog.EMPTY) : null;
        return common != null ? common
                : new Fault(decoding.file() + " cannot be decoded.", "Try again.", behind);
    }
}
