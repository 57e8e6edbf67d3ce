package app.partita.player;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/**
 * Plays a song's stems. All methods return at once but for {@link #devices}, and may be called from any thread; what
 * follows from them is told to the listeners.
 *
 * <p>Three threads work for it: one makes the sound ({@link SoundThread}), one for each open song reads it from the disk
 * ({@link ReadAhead}), and one tells the listeners, by looking at what the sound does several times a frame of the
 * screen: the thread of the sound itself tells nobody.
 */
public final class StemPlayer implements AutoCloseable {

    private static final Logger LOG = System.getLogger(StemPlayer.class.getName());
    private static final long TICK_MILLIS = 15;

    private final AudioOutput output;
    private final Playhead playhead = new Playhead();
    private final Deck deck = new Deck(playhead);
    private final SoundThread sound;
    private final List<PlayerListener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService desk = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("player").daemon().unstarted(work));
    private final Songs songs = new Songs(deck);
    private volatile PlayerState state = PlayerState.EMPTY;
    private Phase resting = Phase.STOPPED;
    private boolean going;
    private boolean ticking;
    private int endings;
    private Optional<PlayerNotice.Unreadable> unreadable = Optional.empty();

    public StemPlayer(AudioOutput output) {
        this.output = output;
        sound = new SoundThread(output, deck, playhead, this::tell);
        sound.start();
    }

    /** From now on told of every change. */
    public void listen(PlayerListener listener) {
        listeners.add(listener);
    }

    /**
     * Takes a song in, stopped at its start; the one before is closed. Tempo and pitch stay, loop and beats do not. A
     * song without stems is heard as it was.
     */
    public synchronized void open(SongSource source, MixerState mixer) {
        resting = Phase.STOPPED;
        Heard heard = source.stems().isEmpty() ? Heard.ORIGINAL : Heard.STEMS;
        songs.open(source, mixer, heard, 0);
        change(now -> now.with(heard).with(mixer).withLoop(Optional.empty()).withBeats(Optional.empty()));
    }

    /**
     * Goes on with another source of the same song, at the same place: without a break if its rate, channels and stems
     * are the same, else as soon as nothing plays. The one before is closed then.
     */
    public synchronized void handOver(SongSource source) {
        songs.handOver(source);
        settle();
        tick();
    }

    /** Lets the song go. */
    public synchronized void eject() {
        songs.eject();
        change(now -> now.withLoop(Optional.empty()).withBeats(Optional.empty()));
    }

    public synchronized void play() {
        if (songs.isOpen()) {
            deck.go();
            going = true;
            tick();
            settle();
        }
    }

    public synchronized void pause() {
        rest(Phase.PAUSED);
    }

    /** Stops, and goes back to the start: of the loop, if there is one. */
    public synchronized void stop() {
        rest(Phase.STOPPED);
        seek(state.loop().map(Loop::from).orElse(0L));
    }

    private void rest(Phase phase) {
        resting = phase;
        going = false;
        deck.halt();
        settle();
    }

    /** Goes to a frame of the song. */
    public synchronized void seek(long frame) {
        songs.source().ifPresent(source -> {
            songs.seek(Math.clamp(frame, 0, source.frames()));
            settle();
        });
    }

    /** Goes so many seconds of the song forward or back. */
    public synchronized void skip(double seconds) {
        songs.source().ifPresent(source -> seek(position() + Math.round(seconds * source.sampleRate())));
    }

    /** May be changed while it plays; a place behind its end is played on to the end of the song. */
    public synchronized void loop(Optional<Loop> loop) {
        long end = songs.source().map(SongSource::frames).orElse(0L);
        Optional<Loop> inside = loop.filter(asked -> asked.from() < end)
                .map(asked -> new Loop(asked.from(), Math.min(asked.to(), end)));
        change(now -> now.withLoop(inside));
    }

    public synchronized void mixer(MixerState mixer) {
        change(now -> now.with(mixer));
    }

    /** A song without stems stays the original. */
    public synchronized void heard(Heard heard) {
        if (songs.source().filter(source -> source.stems().isEmpty()).isEmpty()) {
            change(now -> now.with(heard));
        }
    }

    /** @param factor 0.5 to 1.5; 1 as it was */
    public synchronized void tempo(double factor) {
        change(now -> now.withStretch(Math.clamp(factor, 0.5, 1.5), now.semitones()));
    }

    /** @param shift −12 to 12 */
    public synchronized void semitones(double shift) {
        change(now -> now.withStretch(now.tempo(), Math.clamp(shift, -12.0, 12.0)));
    }

    public synchronized void metronome(boolean on) {
        change(now -> now.withClicks(on, now.countIn()));
    }

    public synchronized void countIn(boolean on) {
        change(now -> now.withClicks(now.metronome(), on));
    }

    public synchronized void beats(Optional<BeatGrid> beats) {
        change(now -> now.withBeats(beats));
    }

    /** Plays through that device from now on; empty for the system's own choice. */
    public synchronized void device(String name) {
        sound.device(name);
        change(now -> now.withDevice(name));
    }

    private void change(UnaryOperator<PlayerState> change) {
        become(change.apply(state));
        settle();
    }

    /** What was changed is made known to all who work on it. */
    private void settle() {
        deck.settings(state);
        songs.mix(state.mixer(), state.heard());
        sound.wake();
        follow();
        become(state.with(phase()));
    }

    private void follow() {
        double rate = songs.follow();
        if (rate != 1) {
            become(state.withLoop(state.loop().map(loop -> loop.scaled(rate))));
            deck.settings(state);
        }
    }

    private void become(PlayerState next) {
        if (!next.equals(state)) {
            state = next;
            post(() -> listeners.forEach(listener -> listener.changed(next)));
        }
    }

    private Phase phase() {
        if (!songs.isOpen()) {
            return Phase.EMPTY;
        }
        if (!deck.isGoing()) {
            return resting;
        }
        // A moment that the disk takes is no wait worth telling.
        return deck.phase() == Phase.WAITING && songs.isReadyAt(deck.position(), state.heard()) ? Phase.PLAYING
                : deck.phase();
    }

    private void tick() {
        if (!ticking) {
            ticking = true;
            desk.schedule(this::look, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Looks at what the sound does by itself. */
    private synchronized void look() {
        ticking = false;
        boolean goes = deck.isGoing();
        if (deck.endings() != endings) {
            endings = deck.endings();
            resting = Phase.STOPPED;
            tell(new PlayerNotice.Ended());
        } else if (going && !goes) {
            resting = position() > 0 ? Phase.PAUSED : Phase.STOPPED;
        }
        going = goes;
        Optional<PlayerNotice.Unreadable> now = songs.failure().map(PlayerNotice.Unreadable::new);
        if (!now.equals(unreadable)) {
            unreadable = now;
            now.ifPresent(this::tell);
            now.ifPresent(_ -> rest(Phase.PAUSED));
        }
        follow();
        become(state.with(phase()));
        if (goes || songs.isChanging()) {
            tick();
        }
    }

    private void tell(PlayerNotice notice) {
        post(() -> listeners.forEach(listener -> listener.notice(notice)));
    }

    private void post(Runnable telling) {
        try {
            desk.execute(telling);
        } catch (RejectedExecutionException closed) {
            LOG.log(Level.DEBUG, "the player is closed: nobody is told any more", closed);
        }
    }

    public PlayerState state() {
        return state;
    }

    /** The frame of the song that is heard now. Cheap: to be asked for every picture. */
    public long position() {
        return deck.position();
    }

    /** The highest level of a stem since this was last asked, as a factor of full scale. */
    public float peak(int stem) {
        return songs.peak(stem);
    }

    /** The highest level of the mix since this was last asked, as a factor of full scale. */
    public float peak() {
        return songs.peak();
    }

    /** The names of the devices; asks the system, so not for a thread that draws. */
    public List<String> devices() {
        return output.devices();
    }

    /** Stops and closes the song. */
    @Override
    public synchronized void close() {
        eject();
        sound.close();
        desk.shutdown();
    }
}
