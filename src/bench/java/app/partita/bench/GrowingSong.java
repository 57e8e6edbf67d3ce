package app.partita.bench;

import app.partita.fault.Fault;
import app.partita.stems.MixtureFile;
import java.util.Random;
import java.util.concurrent.Semaphore;

/** A generated song that is appended a minute at a time, never far ahead of what is already separated. */
final class GrowingSong implements Runnable {

    private static final int MINUTES_AHEAD = 2;
    private static final long SEED = 1;

    private final MixtureFile mixture;
    private final int framesPerMinute;
    private final int minutes;
    private final Semaphore room = new Semaphore(MINUTES_AHEAD);

    GrowingSong(MixtureFile mixture, int sampleRate, int minutes) {
        this.mixture = mixture;
        this.framesPerMinute = 60 * sampleRate;
        this.minutes = minutes;
        mixture.expect(frames());
    }

    long frames() {
        return (long) minutes * framesPerMinute;
    }

    /** One more minute is separated. */
    void minuteIsOver() {
        room.release();
    }

    @Override
    public void run() {
        Random random = new Random(SEED);
        float[] minute = new float[mixture.channels() * framesPerMinute];
        try {
            for (int i = 0; i < minutes; i++) {
                room.acquireUninterruptibly();
                for (int sample = 0; sample < minute.length; sample++) {
                    minute[sample] = random.nextFloat() - 0.5f;
                }
                mixture.append(minute, 0, framesPerMinute);
            }
            mixture.complete();
        } catch (Fault fault) {
            mixture.fail(fault);
        }
    }
}
