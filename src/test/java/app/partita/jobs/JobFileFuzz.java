package app.partita.jobs;

import app.partita.testkit.FuzzInput;

/** A job's file: it is refused as damaged, or understood, and then written and understood again. */
public final class JobFileFuzz {

    private static final JobJson JSON = new JobJson();

    private JobFileFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzInput(bytes).read(file -> {
            Job job;
            try {
                job = JSON.read("a", file);
            } catch (DamagedFile refused) {
                return;
            }
            if (!job.newer() && !JSON.read("a", JSON.write(job)).equals(job)) {
                throw new AssertionError("what was written is not what was read: " + job);
            }
        });
    }
}
