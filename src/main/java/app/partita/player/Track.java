package app.partita.player;

import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import app.partita.stems.WavStem;

/** One track of a finished song: read in place, or decoded from its start on. */
sealed interface Track extends AutoCloseable {

    /** How many frames from the start on can be read; all that there may ever be once its end is known. */
    long there();

    /** The length in frames, or what is expected of it. */
    long frames();

    void read(long frame, float[] interleaved, int offset, int count) throws Fault;

    @Override
    void close() throws Fault;

    /** A WAV file, all of which is there. */
    record InPlace(WavStem wav) implements Track {

        @Override
        public long there() {
            return Long.MAX_VALUE;
        }

        @Override
        public long frames() {
            return wav.frames();
        }

        @Override
        public void read(long frame, float[] interleaved, int offset, int count) throws Fault {
            wav.read(frame, interleaved, offset, count);
        }

        @Override
        public void close() {
            wav.close();
        }
    }

    /** A work file that grows while the song can be heard. */
    record Decoded(MixtureFile file) implements Track {

        @Override
        public long there() {
            return file.length().isPresent() ? Long.MAX_VALUE : file.frames();
        }

        @Override
        public long frames() {
            return file.expectedFrames();
        }

        @Override
        public void read(long frame, float[] interleaved, int offset, int count) throws Fault {
            file.read(frame, interleaved, offset, count);
        }

        @Override
        public void close() throws Fault {
            file.close();
        }
    }
}
