package app.partita.jobs;

/** Waits for threads that are about to end. */
final class Joining {

    private Joining() {
    }

    /** Returns when the thread has ended; an interrupt of the caller is kept for later. */
    static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
