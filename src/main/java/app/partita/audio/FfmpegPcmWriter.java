package app.partita.audio;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Samples into an FFmpeg child's standard input. */
final class FfmpegPcmWriter implements PcmWriter {

    private static final int BLOCK_SAMPLES = 64 * 1024;
    private static final String FULL = "No space left on device";
    private static final String QUOTA = "Disk quota exceeded";

    private final Path file;
    private final int channels;
    private final Quantiser quantiser;
    private final Path tagFile;
    private final FfmpegProcess child;
    private final ByteBuffer block;
    private final AtomicBoolean finished = new AtomicBoolean();

    FfmpegPcmWriter(Ffmpeg ffmpeg, Encoding encoding, SongTags tags) throws Fault {
        encoding.require();
        this.file = encoding.file();
        this.channels = encoding.channels();
        this.quantiser = encoding.quantiser();
        this.block = ByteBuffer.allocate(BLOCK_SAMPLES * quantiser.bytesPerSample()).order(ByteOrder.LITTLE_ENDIAN);
        createFile();
        this.tagFile = ffmpeg.scratchFile(".tags");
        try {
            TagFile.write(tagFile, tags);
            this.child = ffmpeg.ffmpeg(encoding.arguments(tagFile));
        } catch (IOException e) {
            Ffmpeg.deleteQuietly(tagFile);
            Ffmpeg.deleteQuietly(file);
            throw e instanceof Fault known ? known : fault(e, ErrorLog.EMPTY);
        }
    }

    @Override
    public void write(float[] interleaved, int offset, int frames) throws Fault {
        child.cancelIfClosed();
        int end = offset + Math.multiplyExact(frames, channels);
        for (int at = offset; at < end; at += BLOCK_SAMPLES) {
            block.clear();
            quantiser.put(interleaved, at, Math.min(BLOCK_SAMPLES, end - at), block);
            try {
                child.watched(() -> {
                    child.input().write(block.array(), 0, block.position());
                    return null;
                });
            } catch (IOException e) {
                throw broken(e);
            }
        }
    }

    @Override
    public ClipReport finish() throws Fault {
        child.cancelIfClosed();
        try {
            child.watched(() -> {
                child.input().close();
                return null;
            });
            int exit = child.awaitExit();
            ErrorLog errors = child.errors();
            if (exit != 0) {
                throw fault(errors.asCause(exit), errors, exit);
            }
            finished.set(true);
            return quantiser.report();
        } catch (Fault known) {
            throw known;
        } catch (IOException e) {
            throw broken(e);
        } finally {
            close();
        }
    }

    @Override
    public void close() {
        child.close();
        Ffmpeg.deleteQuietly(tagFile);
        if (!finished.get()) {
            child.awaitDeath();
            Ffmpeg.deleteQuietly(file);
        }
    }

    /** Opened here first, since Java tells better than FFmpeg what is wrong with a place. */
    private void createFile() throws Fault {
        try {
            Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE).close();
        } catch (NoSuchFileException e) {
            throw FaultKind.FOLDER_GONE.because(e, file);
        } catch (AccessDeniedException e) {
            throw FaultKind.NOT_WRITABLE.because(e, file);
        } catch (IOException e) {
            throw fault(e, new ErrorLog(List.of(String.valueOf(e.getMessage()))));
        }
    }

    /** The pipe broke: what the child says of it counts for more than what the pipe says. */
    private Fault broken(IOException pipe) {
        try {
            int exit = child.awaitExit();
            return fault(pipe, child.errors(), exit);
        } catch (IOException e) {
            pipe.addSuppressed(e);
            return fault(pipe, child.errors());
        } finally {
            close();
        }
    }

    private Fault fault(IOException behind, ErrorLog errors, int exit) {
        Fault common = child.commonFault(file.toString(), exit, errors);
        return common != null ? common : fault(behind, errors);
    }

    private Fault fault(IOException behind, ErrorLog errors) {
        if (errors.mentions(FULL)) {
            return FaultKind.DISK_FULL.because(behind, file);
        }
        if (errors.mentions(QUOTA)) {
            return FaultKind.QUOTA_USED_UP.because(behind, file);
        }
        return new Fault(file + " cannot be written: " + errors.first(), "Choose another folder or format.", behind);
    }
}
