package app.partita.jobs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a queue should do, told as simply as possible: names, states, and a rule of what runs. */
final class QueueModel {

    /** A run: what becomes of its job when it notices that it was cancelled. */
    private enum Run { GOING, STOPPING, STOPPING_TO_WAIT, ORPHANED }

    private record Undo(List<String> cancelled, Map<String, Integer> removed, Map<String, JobState> states) {}

    final List<String> rows = new ArrayList<>();
    final Map<String, JobState> states = new HashMap<>();
    private final Map<String, Run> runs = new LinkedHashMap<>();
    private final Deque<Undo> undos = new ArrayDeque<>();
    boolean paused;
    int atOnce = 1;

    void add(String id) {
        rows.add(id);
        states.put(id, JobState.WAITING);
        schedule();
    }

    void cancel(List<String> ids) {
        List<String> cancelled = new ArrayList<>();
        for (String id : ids) {
            JobState state = states.get(id);
            if (state == JobState.WAITING) {
                states.put(id, JobState.CANCELLED);
                runs.computeIfPresent(id, (_, _) -> Run.ORPHANED);
                cancelled.add(id);
            } else if (state == JobState.RUNNING && runs.get(id) != Run.STOPPING) {
                runs.put(id, Run.STOPPING);
                cancelled.add(id);
            }
        }
        if (!cancelled.isEmpty()) {
            undos.push(new Undo(cancelled, Map.of(), Map.of()));
        }
        schedule();
    }

    void retry(List<String> ids) {
        for (String id : ids) {
            if (states.get(id) == JobState.FAILED || states.get(id) == JobState.CANCELLED) {
                states.put(id, JobState.WAITING);
            }
        }
        schedule();
    }

    void remove(List<String> ids) {
        Map<String, Integer> places = new LinkedHashMap<>();
        Map<String, JobState> were = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            if (ids.contains(rows.get(i))) {
                places.put(rows.get(i), i);
                were.put(rows.get(i), states.get(rows.get(i)));
            }
        }
        places.keySet().forEach(id -> {
            rows.remove(id);
            states.remove(id);
            runs.computeIfPresent(id, (_, _) -> Run.ORPHANED);
        });
        if (!places.isEmpty()) {
            undos.push(new Undo(List.of(), places, were));
        }
        schedule();
    }

    void undo() {
        boolean undone = false;
        while (!undone && !undos.isEmpty()) {
            undone = undo(undos.pop());
        }
        schedule();
    }

    private boolean undo(Undo last) {
        boolean undone = !last.removed().isEmpty();
        for (String id : last.cancelled()) {
            if (states.get(id) == JobState.CANCELLED) {
                states.put(id, JobState.WAITING);
                undone = true;
            } else if (states.get(id) == JobState.RUNNING && runs.get(id) == Run.STOPPING) {
                runs.put(id, Run.STOPPING_TO_WAIT);
                undone = true;
            }
        }
        last.removed().forEach((id, place) -> {
            rows.add(Math.min(place, rows.size()), id);
            JobState was = last.states().get(id);
            states.put(id, was == JobState.RUNNING ? JobState.WAITING : was);
        });
        return undone;
    }

    void move(List<String> ids, int to) {
        List<String> moving = rows.stream().filter(ids::contains).toList();
        String anchor = rows.subList(Math.min(to, rows.size()), rows.size()).stream()
                .filter(id -> !moving.contains(id)).findFirst().orElse(null);
        rows.removeAll(moving);
        rows.addAll(anchor == null ? rows.size() : rows.indexOf(anchor), moving);
        schedule();
    }

    /** A run comes to its next step, where it would end so. */
    void step(String id, JobState end) {
        switch (runs.remove(id)) {
            case GOING -> states.put(id, end);
            case STOPPING -> states.put(id, JobState.CANCELLED);
            case STOPPING_TO_WAIT -> states.put(id, JobState.WAITING);
            case ORPHANED -> { }
        }
        schedule();
    }

    /** The program is killed and started again. */
    void restart() {
        runs.clear();
        undos.clear();
        states.replaceAll((id, state) -> state == JobState.RUNNING ? JobState.WAITING : state);
        paused = false;
        atOnce = 1;
        schedule();
    }

    void schedule() {
        for (String id : rows) {
            if (!paused && runs.size() < atOnce && states.get(id) == JobState.WAITING && !runs.containsKey(id)) {
                states.put(id, JobState.RUNNING);
                runs.put(id, Run.GOING);
            }
        }
    }

    /** Whether a run goes on at its next step. */
    boolean isGoing(String id) {
        return runs.get(id) == Run.GOING;
    }

    List<String> running() {
        return List.copyOf(runs.keySet());
    }
}
