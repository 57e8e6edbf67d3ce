package app.partita.player;

/**
 * The mixed sound of a song along the way it is played: on and on, round the loop if there is one. For the thread of the
 * sound; neither locks nor allocates.
 *
 * <p>What was read is counted, so that it can be told later which frame of the song any of it was.
 */
final class Tape implements TimeStretch.Input {

    /** How many jumps are remembered: more than fit between what is read and what is heard of it. */
    private static final int MOST_RUNS = 256;

    private final StemMixer mixer;
    private final int channels;
    private final float[][] tracks;
    private final float[][] before;
    private final long[] runStart = new long[MOST_RUNS];
    private final long[] runFrame = new long[MOST_RUNS];
    private int runs;
    private ReadAhead ahead;
    private volatile ReadAhead next;
    private volatile ReadAhead current;
    private Loop loop;
    private long frame;
    private long count;

    /** @param mostFrames that are read at a time */
    Tape(ReadAhead ahead, StemMixer mixer, int mostFrames) {
        this.ahead = ahead;
        this.current = ahead;
        this.mixer = mixer;
        channels = ahead.source().channels();
        int width = ahead.source().stems().size() + 1;
        tracks = new float[width][mostFrames * channels];
        before = new float[width][mostFrames * channels];
        go(0);
    }

    /** Goes to a frame of the song, and counts from 0. */
    void go(long to) {
        frame = to;
        count = 0;
        runs = 0;
        run();
        ahead.aim(frame, loop);
    }

    /** @param around null for none */
    void loop(Loop around) {
        loop = around;
        ahead.aim(frame, loop);
    }

    /** From now on read from there, as soon as the same place is there; may be called from any thread. */
    void handOver(ReadAhead other) {
        next = other;
    }

    /** If there is another source to go on with, it is taken now. */
    void swap() {
        ReadAhead other = next;
        if (other != null) {
            ahead = other;
            current = other;
            next = null;
            ahead.aim(frame, loop);
        }
    }

    /** The frame of the song that is read next. */
    long frame() {
        return frame;
    }

    /** Where it is read from; may be asked from any thread. */
    ReadAhead ahead() {
        return current;
    }

    /** How many of the next frames are there. */
    int available(int most, Heard heard) {
        return ahead.pages().available(frame, most, loop, ahead.source().frames(), heard);
    }

    /** Mixes the next frames; silence where nothing is, and after the end. */
    @Override
    public void read(float[] out, int frames) {
        ReadAhead other = next;
        boolean blends = other != null && other.pages().available(frame, frames, loop, other.source().frames(),
                Heard.STEMS) == frames;
        if (blends) {
            take(ahead, before, frames);
            take(other, tracks, frames);
            blend(frames);
            swap();
        } else {
            take(ahead, tracks, frames);
        }
        mixer.mix(tracks, out, frames);
        advance(frames);
        ahead.aim(frame, loop);
        if (other != null && !blends) {
            other.aim(frame, loop);
        }
    }

    /** Copies frames along the way without going it. */
    private void take(ReadAhead from, float[][] into, int frames) {
        long at = frame;
        for (int done = 0; done < frames; ) {
            int part = upToTurn(at, frames - done);
            from.pages().read(at, into, done, part);
            done += part;
            at = after(at, part);
        }
    }

    private void advance(int frames) {
        for (int done = 0; done < frames; ) {
            int part = upToTurn(frame, frames - done);
            long straight = frame + part;
            frame = after(frame, part);
            count += part;
            done += part;
            if (frame != straight) {
                run();
            }
        }
    }

    private int upToTurn(long at, int frames) {
        return loop != null && at < loop.to() ? (int) Math.min(frames, loop.to() - at) : frames;
    }

    private long after(long at, int frames) {
        return loop != null && at < loop.to() && at + frames == loop.to() ? loop.from() : at + frames;
    }

    private void run() {
        runStart[runs % MOST_RUNS] = count;
        runFrame[runs % MOST_RUNS] = frame;
        runs++;
    }

    /** Goes over from the sound before to the sound that comes within the block. */
    private void blend(int frames) {
        for (int track = 0; track < tracks.length; track++) {
            for (int i = 0, at = 0; i < frames; i++) {
                float share = (i + 1) / (float) frames;
                for (int channel = 0; channel < channels; channel++, at++) {
                    tracks[track][at] = before[track][at] + share * (tracks[track][at] - before[track][at]);
                }
            }
        }
    }

    /** The frame of the song that is the {@code counted}-th of what was read. */
    double frameAt(double counted) {
        int run = runs - 1;
        int oldest = Math.max(0, runs - MOST_RUNS);
        while (run > oldest && runStart[run % MOST_RUNS] > counted) {
            run--;
        }
        return runFrame[run % MOST_RUNS] + (counted - runStart[run % MOST_RUNS]);
    }
}
