package app.partita.player;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.partita.stems.StemKind;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StemMixerTest {

    private static final List<StemKind> STEMS = MemorySong.STEMS;
    private static final int RATE = 8000;
    private static final int FRAMES = 256;
    private static final int RAMP = RATE / 100;

    private final StemMixer mixer = new StemMixer(STEMS, 2, RATE);

    /** Each stem is a level of its own, so that the sum tells which are in it; the original is 16. */
    private static float[][] levels() {
        float[][] tracks = new float[STEMS.size() + 1][FRAMES * 2];
        for (int track = 0; track < tracks.length; track++) {
            Arrays.fill(tracks[track], 1 << track);
        }
        return tracks;
    }

    private float[] mix(MixerState state, Heard heard) {
        mixer.set(state, heard);
        mixer.settle();
        float[] out = new float[FRAMES * 2];
        mixer.mix(levels(), out, FRAMES);
        return out;
    }

    @Property(tries = 256)
    void whoIsSoloedIsHeardAloneAndWhoIsMutedNever(@ForAll @Size(8) List<Boolean> buttons) {
        Map<StemKind, Strip> strips = new EnumMap<>(StemKind.class);
        int expected = 0;
        boolean anySolo = buttons.subList(4, 8).contains(true);
        for (int i = 0; i < STEMS.size(); i++) {
            boolean muted = buttons.get(i);
            boolean soloed = buttons.get(4 + i);
            strips.put(STEMS.get(i), new Strip(0, 0, muted, soloed));
            expected += (anySolo ? soloed && !muted : !muted) ? 1 << i : 0;
        }

        assertThat(mix(new MixerState(strips, 0), Heard.STEMS)).containsOnly(expected);
    }

    @Test
    void aSoloOfAStemThatTheSongDoesNotHaveCountsForNothing() {
        MixerState piano = MixerState.UNITY.with(StemKind.PIANO, strip -> strip.withSoloed(true));

        assertThat(mix(piano, Heard.STEMS)).containsOnly(15);
    }

    @Test
    void theOriginalIsHeardWhateverIsMuted() {
        MixerState muted = MixerState.UNITY.with(StemKind.DRUMS, strip -> strip.withMuted(true)).withMaster(-6);

        assertThat(mix(muted, Heard.ORIGINAL)[0]).isEqualTo((float) (16 * Decibels.factor(-6)), within(1e-6f));
    }

    @Property(tries = 200)
    void gainAndBalanceAreThoseOfTheStrip(@ForAll @DoubleRange(min = -60, max = 12) double gain,
                                          @ForAll @DoubleRange(min = -1, max = 1) double pan,
                                          @ForAll @DoubleRange(min = -60, max = 12) double master) {
        MixerState state = MixerState.UNITY.withMaster(master)
                .with(StemKind.DRUMS, _ -> new Strip(gain, pan, false, true));

        float[] out = mix(state, Heard.STEMS);

        double louder = Math.pow(10, (gain + master) / 20);
        double softer = louder * Math.cos(Math.abs(pan) * Math.PI / 2);
        assertThat(out[0]).isEqualTo((float) (pan > 0 ? softer : louder), within((float) (1e-6 * louder)));
        assertThat(out[1]).isEqualTo((float) (pan < 0 ? softer : louder), within((float) (1e-6 * louder)));
    }

    @Test
    void aSideThatIsTurnedAwayIsSilent() {
        float[] out = mix(MixerState.UNITY.with(StemKind.DRUMS, _ -> new Strip(0, 1, false, true)), Heard.STEMS);

        assertThat(out[0]).isZero();
        assertThat(out[1]).isOne();
    }

    @Property(tries = 100)
    void whateverIsChangedTheSoundGoesThereWithoutAStep(@ForAll @Size(min = 1, max = 8) List<Integer> buttons) {
        mix(MixerState.UNITY, Heard.STEMS);
        float[] out = new float[FRAMES * 2];
        float last = 15;
        MixerState state = MixerState.UNITY;
        for (int button : buttons) {
            StemKind stem = STEMS.get(Math.floorMod(button, 4));
            state = Math.floorMod(button, 3) == 0 ? state.with(stem, strip -> strip.withMuted(!strip.muted()))
                    : state.with(stem, strip -> strip.withSoloed(!strip.soloed()));
            mixer.set(state, Math.floorMod(button, 5) == 0 ? Heard.ORIGINAL : Heard.STEMS);
            mixer.mix(levels(), out, RAMP / 2 + Math.floorMod(button, RAMP));
            for (int i = 0; i < RAMP / 2; i++) {
                // All stems and the original together may go from 0 to 31 within a ramp, not faster.
                assertThat(Math.abs(out[2 * i] - last)).isLessThanOrEqualTo(31f / RAMP + 1e-3f);
                last = out[2 * i];
            }
            last = out[2 * (RAMP / 2 + Math.floorMod(button, RAMP)) - 2];
        }
    }

    @Test
    void aRampEndsExactlyWhereItShall() {
        mix(MixerState.UNITY, Heard.STEMS);
        float[] out = new float[FRAMES * 2];
        mixer.set(MixerState.UNITY.with(StemKind.DRUMS, strip -> strip.withMuted(true)), Heard.STEMS);

        mixer.mix(levels(), out, FRAMES);

        assertThat(out[2 * RAMP]).isEqualTo(14);
        assertThat(out[RAMP]).isBetween(14f, 15f);
    }

    @Test
    void metersTellTheHighestLevelSinceTheyWereAsked() {
        mix(MixerState.UNITY.with(StemKind.BASS, strip -> strip.withMuted(true)), Heard.STEMS);

        assertThat(List.of(mixer.peak(0), mixer.peak(1), mixer.peak(2), mixer.peak())).containsExactly(1f, 0f, 4f, 13f);
        assertThat(mixer.peak(0)).isZero();
    }
}
