package app.partita.jobs;

import app.partita.engine.ModelSpec;
import app.partita.engine.SegmentNetwork;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * A network on loan to one song. It can be taken away from a song that shall stop and does not let go of it, so that the
 * next one has it: after that nothing is computed with it here.
 */
final class LentNetwork implements SegmentNetwork {

    private final NetworkShelf.Loan loan;
    private boolean computing;
    private boolean returned;

    LentNetwork(NetworkShelf.Loan loan) {
        this.loan = loan;
    }

    @Override
    public ModelSpec spec() {
        return loan.network().spec();
    }

    @Override
    public String identity() {
        return loan.network().identity();
    }

    @Override
    public void separate(float[] mixture, float[] stems, StepListener steps, BooleanSupplier cancelled) {
        begin();
        try {
            loan.network().separate(mixture, stems, steps, cancelled);
        } finally {
            computing(false);
        }
    }

    private synchronized void begin() {
        if (returned) {
            throw new CancellationException("the network was taken away");
        }
        computing(true);
    }

    private synchronized void computing(boolean now) {
        computing = now;
    }

    /** Puts it back for the next one, unless something is just being computed, and tells whether it did. */
    synchronized boolean takeAway() {
        if (!computing) {
            close();
        }
        return !computing;
    }

    /** Nobody gets it again. */
    synchronized void discard() {
        if (!returned) {
            returned = true;
            loan.discard();
        }
    }

    /** Puts it back for the next one who wants it. */
    @Override
    public synchronized void close() {
        if (!returned) {
            returned = true;
            loan.giveBack();
        }
    }
}
