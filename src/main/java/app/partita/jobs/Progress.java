package app.partita.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a job is.
 *
 * @param stage        what is being done
 * @param percent      of the whole job, 0 to 100; 100 only when the stems are in place
 * @param stagePercent of this stage where it counts its own: the fetched part of a model, the separated part of a
 *                     song; 0 elsewhere
 * @param elapsed      since the job began
 * @param left         until it will be complete, rounded; empty as long as nobody can tell
 */
public record Progress(Stage stage, int percent, int stagePercent, Duration elapsed, Optional<Duration> left) {

    /** Not begun. */
    public static final Progress WAITING = new Progress(Stage.WAITING, 0, 0, Duration.ZERO, Optional.empty());

    /** Done, between these times. */
    static Progress complete(Optional<Instant> started, Optional<Instant> ended) {
        Duration elapsed = started.isPresent() && ended.isPresent()
                ? Duration.between(started.get(), ended.get())
                : Duration.ZERO;
        return new Progress(Stage.COMPLETE, 100, 0, elapsed, Optional.empty());
    }
}
