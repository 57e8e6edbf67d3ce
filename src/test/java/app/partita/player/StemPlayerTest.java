package app.partita.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.Fault;
import app.partita.stems.Stretches;
import app.partita.testkit.RecordingOutput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StemPlayerTest {

    private static final int FRAMES = 20_000;
    private static final int PLENTY = 1_000_000;

    private final RecordingOutput output = new RecordingOutput();
    private final StemPlayer player = new StemPlayer(output);
    private final MemorySong song = new MemorySong(FRAMES);
    private final List<PlayerState> states = new ArrayList<>();
    private final List<PlayerNotice> notices = new ArrayList<>();

    @BeforeEach
    void listen() {
        player.listen(new PlayerListener() {
            @Override
            public void changed(PlayerState state) {
                synchronized (states) {
                    states.add(state);
                    states.notifyAll();
                }
            }

            @Override
            public void notice(PlayerNotice notice) {
                synchronized (states) {
                    notices.add(notice);
                    states.notifyAll();
                }
            }
        });
    }

    @AfterEach
    void close() {
        output.let(PLENTY);
        player.close();
    }

    /** Waits for something that a listener was told. */
    private void await(BooleanSupplier told) throws InterruptedException {
        synchronized (states) {
            while (!told.getAsBoolean()) {
                states.wait();
            }
        }
    }

    private void awaitPhase(Phase phase) throws InterruptedException {
        await(() -> !states.isEmpty() && states.getLast().phase() == phase);
    }

    private void awaitNotice(Predicate<PlayerNotice> which) throws InterruptedException {
        await(() -> notices.stream().anyMatch(which));
    }

    /** What was heard from the first sample that was not silent on. */
    private float[] sound() {
        float[] all = output.heard();
        int start = 0;
        while (start < all.length && all[start] == 0) {
            start++;
        }
        start -= start % MemorySong.CHANNELS;
        return Arrays.copyOfRange(all, start, all.length);
    }

    private static void assertSame(float[] actual, float[] expected) {
        assertThat(actual.length).isGreaterThanOrEqualTo(expected.length);
        for (int i = 0; i < expected.length; i++) {
            if (Math.abs(actual[i] - expected[i]) > 1e-6f) {
                throw new AssertionError("sample " + i + ": " + actual[i] + " for " + expected[i]);
            }
        }
    }

    @Test
    void aSongIsPlayedToItsEndAndStandsAtItsStartAgain() throws InterruptedException {
        player.open(song, MixerState.UNITY);
        player.play();
        assertThat(player.state().phase()).isEqualTo(Phase.PLAYING);
        output.let(PLENTY);
        awaitNotice(PlayerNotice.Ended.class::isInstance);
        awaitPhase(Phase.STOPPED);

        assertSame(sound(), song.at(0, FRAMES));
        while (player.position() > 0) {
            Thread.onSpinWait();
        }
        assertThat(output.openings()).containsExactly(" 8000 2");
    }

    @Test
    void beyondTheReadyStretchItWaitsAndGoesOnByItself() throws InterruptedException {
        song.ready = Stretches.NONE.with(0, 10_000);
        player.open(song, MixerState.UNITY);
        player.play();
        output.let(PLENTY);
        awaitPhase(Phase.WAITING);
        assertThat(song.wanted).isEqualTo(10_000);
        song.ready = Stretches.NONE.with(0, FRAMES);
        awaitPhase(Phase.PLAYING);
        awaitNotice(PlayerNotice.Ended.class::isInstance);
    }

    @Test
    void aDeviceThatIsGonePausesAndTheSongGoesOnWhereItWas() throws InterruptedException {
        player.open(song, MixerState.UNITY);
        player.play();
        output.let(2048);
        output.awaitSound(2000);
        output.unplug(true);
        awaitNotice(PlayerNotice.DeviceLost.class::isInstance);
        awaitPhase(Phase.PAUSED);
        long place = player.position();
        assertThat(place).isBetween(1000L, 2048L);
        output.unplug(false);
        int before = output.heard().length;
        player.play();
        output.let(4096);
        output.awaitSound(before + 4000);

        float[] after = output.heard();
        int fade = MemorySong.RATE / 250 * 2;
        float[] expected = song.at(place, 1500);
        for (int i = fade; i < expected.length; i++) {
            assertThat(Math.abs(after[before + i] - expected[i])).isLessThan(1e-6f);
        }
    }

    @Test
    void withoutADeviceItSaysSoOnceAndCanStillBeSent() throws InterruptedException {
        output.unplug(true);
        player.open(song, MixerState.UNITY);
        for (int i = 0; i < 3; i++) {
            player.play();
            awaitNotice(PlayerNotice.NoDevice.class::isInstance);
            awaitPhase(Phase.STOPPED);
            await(() -> player.state().phase() == Phase.STOPPED);
        }
        player.seek(7000);

        assertThat(notices).hasSize(1);
        assertThat(player.position()).isEqualTo(7000);
    }

    @Test
    void anotherDeviceTakesOverWhileItPlays() throws InterruptedException {
        player.device("second");
        player.open(song, MixerState.UNITY);
        player.play();
        output.let(1024);
        output.awaitSound(1000);
        player.device("first");
        output.let(PLENTY);
        awaitNotice(PlayerNotice.Ended.class::isInstance);

        assertThat(output.openings()).containsExactly("second 8000 2", "first 8000 2");
    }

    @Test
    void theLineIsOpenedAgainForASongOfAnotherRate() throws InterruptedException {
        player.open(song, MixerState.UNITY);
        player.play();
        output.let(1024);
        output.awaitSound(1000);
        MemorySong faster = new MemorySong(FRAMES, 16_000);
        player.open(faster, MixerState.UNITY);
        player.play();
        output.let(PLENTY);
        awaitNotice(PlayerNotice.Ended.class::isInstance);

        assertThat(output.openings()).containsExactly(" 8000 2", " 16000 2");
    }

    @Test
    void aChosenDeviceThatIsMissingIsReplacedByTheSystemsChoice() throws InterruptedException {
        player.device("third");
        player.open(song, MixerState.UNITY);
        player.play();
        output.let(1024);
        output.awaitSound(1000);
        awaitNotice(notice -> notice.equals(new PlayerNotice.OtherDevice("third")));

        assertThat(output.openings()).containsExactly(" 8000 2");
    }

    @Test
    void aSongThatCannotBeReadPausesAndSaysWhy() throws InterruptedException {
        player.open(song, MixerState.UNITY);
        song.broken = new Fault("The disk is gone.", "Connect it.");
        player.seek(15_000);
        player.play();
        output.let(PLENTY);
        awaitNotice(notice -> notice.equals(new PlayerNotice.Unreadable(song.broken)));
        awaitPhase(Phase.PAUSED);
    }

    @Test
    void theFinishedSongTakesOverAndTheRunningOneIsClosed() throws InterruptedException {
        player.open(song, MixerState.UNITY);
        player.play();
        output.let(2048);
        output.awaitSound(2000);
        MemorySong finished = new MemorySong(FRAMES);
        player.handOver(finished);
        output.let(PLENTY);
        awaitNotice(PlayerNotice.Ended.class::isInstance);

        assertSame(sound(), song.at(0, FRAMES));
        assertThat(song.closed).isTrue();
        assertThat(finished.closed).isFalse();
    }

    @Test
    void closingGivesTheSongBack() throws InterruptedException {
        player.open(song, MixerState.UNITY);
        player.eject();
        awaitPhase(Phase.EMPTY);
        while (!song.closed) {
            Thread.onSpinWait();
        }
        assertThat(player.position()).isZero();
    }

    @Test
    void stoppingGoesBackToTheStartOfTheLoop() {
        player.open(song, MixerState.UNITY);
        player.loop(Optional.of(new Loop(5000, 90_000)));
        player.seek(10_000);
        assertThat(player.position()).isEqualTo(10_000);
        player.skip(1);
        assertThat(player.position()).isEqualTo(18_000);
        player.skip(-100);
        assertThat(player.position()).isZero();

        player.stop();

        assertThat(player.position()).isEqualTo(5000);
        assertThat(player.state().loop()).contains(new Loop(5000, FRAMES));
    }
}
