package app.partita.analysis;

import be.tarsos.dsp.beatroot.Agent;
import be.tarsos.dsp.beatroot.AgentList;
import be.tarsos.dsp.beatroot.Event;
import be.tarsos.dsp.beatroot.EventList;
import be.tarsos.dsp.beatroot.Induction;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds the beats that onsets suggest, by BeatRoot (Dixon 2001) as TarsosDSP has it. */
final class BeatTracker {

    private BeatTracker() {
    }

    /** The beats, however uneven; none if no count fits. */
    static Optional<Beats> beats(List<Onset> onsets) {
        EventList events = new EventList();
        for (Onset onset : onsets) {
            Event event = new Event(onset.seconds(), onset.seconds(), onset.seconds(), 0, 0, 0, 0, 1);
            event.salience = onset.strength();
            events.add(event);
        }
        // BeatRoot counts its agents in static fields.
        synchronized (Agent.class) {
            AgentList agents = Induction.beatInduction(events);
            agents.beatTrack(events, -1);
            Agent best = agents.bestAgent();
            if (best == null) {
                return Optional.empty();
            }
            best.fillBeats(-1);
            return of(best.events.l.stream().mapToDouble(beat -> beat.keyDown).sorted().distinct().toArray());
        }
    }

    private static Optional<Beats> of(double[] seconds) {
        if (seconds.length < 2) {
            return Optional.empty();
        }
        double[] gaps = new double[seconds.length - 1];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = seconds[i + 1] - seconds[i];
        }
        Arrays.sort(gaps);
        return Optional.of(new Beats(60 / gaps[gaps.length / 2], 0, seconds));
    }
}
