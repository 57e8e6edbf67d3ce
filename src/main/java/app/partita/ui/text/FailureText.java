package app.partita.ui.text;

import app.partita.fault.Fault;
import app.partita.fault.FaultWords;
import app.partita.jobs.Job;
import app.partita.jobs.JobFailure;

/** What went wrong, in the window's language where the kind of failure is known, else in the program's own words. */
public final class FailureText {

    private final FaultWords words;

    public FailureText(Texts texts) {
        words = FaultWords.in(texts.locale());
    }

    /** One line that names the file. */
    public String cause(JobFailure why) {
        return why.known().map(words::cause).orElse(why.cause());
    }

    /** The same for the job's row, which names the song already. */
    public String brief(JobFailure why, Job job) {
        return why.known().map(words::brief).orElseGet(() -> why.cause().replace(job.song().toString(), job.name()));
    }

    /** What a person can do about it. */
    public String nextStep(JobFailure why) {
        return why.known().map(words::nextStep).orElse(why.nextStep());
    }

    /** Cause and next step of something that belongs to no row. */
    public String both(Fault fault) {
        return fault.known().map(words::cause).orElseGet(fault::getMessage) + " "
                + fault.known().map(words::nextStep).orElseGet(fault::nextStep);
    }
}
