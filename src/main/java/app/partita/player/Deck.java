package app.partita.player;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sound of the player, block by block: what is played, where, and when it is silent. {@link #render} is for the
 * thread of the sound, and neither locks nor allocates; the rest may be called from any thread.
 *
 * <p>Whatever breaks the sound off, be it a pause, a seek or a stretch that is not there yet, fades it out over one
 * block first; the song goes on at the frame after it, or where it was sent. A loop turns within the sound.
 */
final class Deck {

    private static final long NOWHERE = -1;
    /** So much must be there to go on stretching: more than a block takes at a time. */
    private static final double STRETCHED_SECONDS = 0.25;
    /** So much to begin with: what the stretcher looks ahead besides, so that it does not stop again at once. */
    static final double OPENING_SECONDS = 0.75;
    private static final int FADES_A_SECOND = 250;

    private final Playhead playhead;
    private final AtomicLong seekTo = new AtomicLong(NOWHERE);
    private volatile PlayerState settings = PlayerState.EMPTY;
    private volatile Reel wanted;
    private volatile boolean going;
    private volatile boolean fresh;
    private volatile int endings;
    private volatile Phase phase = Phase.STOPPED;
    private volatile Reel reel;
    private volatile boolean shut = true;
    private double tempo = 1;
    private double semitones;

    Deck(Playhead playhead) {
        this.playhead = playhead;
    }

    /** Loop, tempo, pitch and clicks from now on. */
    void settings(PlayerState now) {
        settings = now;
    }

    PlayerState settings() {
        return settings;
    }

    /** Puts a song in; null for none. What sounds fades out. */
    void load(Reel now) {
        going = false;
        seekTo.set(NOWHERE);
        wanted = now;
    }

    void go() {
        fresh = true;
        if (!going) {
            phase = Phase.WAITING;
            going = true;
        }
    }

    void halt() {
        going = false;
    }

    void seek(long frame) {
        seekTo.set(frame);
    }

    boolean isGoing() {
        return going;
    }

    /** Whether there is nothing to be made but silence, and nothing to wait for. */
    boolean isIdle() {
        return shut && !going;
    }

    /** Whether nothing but silence comes of it now. */
    boolean isShut() {
        return shut;
    }

    /** The song that is put in; null for none. */
    Reel wanted() {
        return wanted;
    }

    /** What it does while it goes: counts, plays or waits. */
    Phase phase() {
        return phase;
    }

    /** How many songs came to their end. */
    int endings() {
        return endings;
    }

    /** The frame that is heard now. */
    long position() {
        Reel in = wanted;
        long target = seekTo.get();
        if (in != reel) {
            return target != NOWHERE ? target : in == null ? 0 : in.start;
        }
        return shut && target != NOWHERE ? target : Math.round(playhead.frame(System.nanoTime()));
    }

    // For the thread of the sound.

    /** What it is to play came to nothing from that frame on. */
    void breakOff(long frame) {
        shut = true;
        if (reel != null) {
            rest(frame);
        }
    }

    /** Does what can only be done while nothing sounds. */
    void obey() {
        Reel next = wanted;
        if (next != reel) {
            reel = next;
            if (next != null) {
                rest(next.start);
            }
        }
        long target = seekTo.get();
        if (reel != null) {
            reel.tape.loop(settings.loop().orElse(null));
            reel.tape.swap();
            if (target != NOWHERE) {
                rest(target);
            }
        }
        // Only now, so that whoever asks for the place meanwhile is told the one or the other; a newer wish stays.
        seekTo.compareAndSet(target, NOWHERE);
    }

    private void rest(long frame) {
        reel.tape.go(frame);
        reel.stretch.reset();
        playhead.stand(frame, reel.sampleRate);
    }

    /** Makes the next block of the song that is put in. */
    void render(float[] out) {
        Reel now = reel;
        if (now != null && now.countIn.counts()) {
            count(now, out);
            return;
        }
        if (shut) {
            obey();
            now = reel;
        }
        if (now == null || shut && !opens(now)) {
            silence(out);
        } else if (now.countIn.counts()) {
            count(now, out);
        } else {
            play(now, out);
        }
    }

    private void silence(float[] out) {
        Reel now = reel;
        Arrays.fill(out, 0);
        phase = Phase.WAITING;
        if (now != null) {
            playhead.block(now.blockFrames, now.tape.frame(), 0, null);
        }
    }

    /** Whether it goes on now after it was silent. */
    private boolean opens(Reel now) {
        if (!going || wanted != now || !isThere(now)) {
            return false;
        }
        PlayerState state = settings;
        if (fresh && state.countIn() && state.beats().isPresent()) {
            now.countIn.start(state.beats().get(), now.tape.frame(), state.tempo(), now.blockFrames);
        }
        fresh = false;
        now.mixer.settle();
        return true;
    }

    private boolean isThere(Reel now) {
        PlayerState state = settings;
        boolean stretched = state.tempo() != 1 || state.semitones() != 0;
        int need = stretched ? (int) (now.sampleRate * (shut ? OPENING_SECONDS : STRETCHED_SECONDS))
                : 2 * now.blockFrames;
        return now.tape.available(need, state.heard()) == need;
    }

    private void count(Reel now, float[] out) {
        phase = Phase.COUNTING_IN;
        if (!going || wanted != now || seekTo.get() != NOWHERE) {
            now.countIn.stop();
            now.metronome.hush();
            fresh = true;
            silence(out);
            return;
        }
        now.countIn.read(out, now.channels, now.blockFrames);
        playhead.block(now.blockFrames, now.tape.frame(), 0, null);
    }

    private void play(Reel now, float[] out) {
        PlayerState state = settings;
        Loop loop = state.loop().orElse(null);
        now.tape.loop(loop);
        boolean stays = going && wanted == now && seekTo.get() == NOWHERE && isThere(now);
        phase = Phase.PLAYING;
        stretch(now, state);
        int frames = now.blockFrames;
        double before = now.stretch.consumed();
        now.stretch.read(now.tape, out, frames);
        double speed = (now.stretch.consumed() - before) / frames;
        double from = now.tape.frameAt(before);
        double to = now.tape.frameAt(now.stretch.consumed());
        Loop around = loop != null && from < loop.to() ? loop : null;
        if (state.metronome() && state.beats().isPresent()) {
            click(now, state.beats().get(), out, from, speed, around);
        }
        if (shut && from > 0) {
            fadeIn(now, out);
        }
        shut = false;
        playhead.block(frames, from, speed, around);
        if (to >= now.source().frames()) {
            end(now, loop);
        } else if (!stays) {
            fadeOut(now, out);
            close(now, to);
        }
    }

    private void stretch(Reel now, PlayerState state) {
        if (tempo != state.tempo() || shut) {
            tempo = state.tempo();
            now.stretch.tempo(tempo);
        }
        if (semitones != state.semitones() || shut) {
            semitones = state.semitones();
            now.stretch.semitones(semitones);
        }
    }

    private static void click(Reel now, BeatGrid beats, float[] out, double from, double speed, Loop turned) {
        int first = turned == null ? now.blockFrames
                : (int) Math.clamp((turned.to() - from) / speed, 0, now.blockFrames);
        now.metronome.add(beats, out, 0, first, from, speed);
        if (turned != null) {
            now.metronome.add(beats, out, first, now.blockFrames - first, turned.from(), speed);
        }
    }

    private void end(Reel now, Loop loop) {
        // In this order: who sees that it does not go any more sees that this is its end.
        endings = endings + 1;
        going = false;
        close(now, loop == null ? 0 : loop.from());
    }

    private void close(Reel now, double frame) {
        shut = true;
        now.metronome.hush();
        rest(Math.round(frame));
    }

    private static void fadeIn(Reel now, float[] out) {
        int fade = Math.min(now.blockFrames, now.sampleRate / FADES_A_SECOND);
        for (int i = 0, at = 0; i < fade; i++) {
            for (int channel = 0; channel < now.channels; channel++, at++) {
                out[at] *= i / (float) fade;
            }
        }
    }

    private static void fadeOut(Reel now, float[] out) {
        for (int i = 0, at = 0; i < now.blockFrames; i++) {
            for (int channel = 0; channel < now.channels; channel++, at++) {
                out[at] *= 1 - (i + 1) / (float) now.blockFrames;
            }
        }
    }
}
