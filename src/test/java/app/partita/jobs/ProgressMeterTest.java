package app.partita.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.testkit.FakeClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ProgressMeterTest {

    private final FakeClock clock = new FakeClock();
    private final List<Progress> told = new ArrayList<>();
    private final ProgressMeter meter = new ProgressMeter(clock, told::add);

    @Example
    void aWholeJobShowsEveryPercentFromTenToAHundredInOrder() {
        runSmoothly(10);
        assertThat(told.stream().map(Progress::percent).distinct())
                .containsExactlyElementsOf(IntStream.rangeClosed(10, 100).boxed().toList());
        assertThat(told.stream().map(Progress::stage).distinct()).containsExactly(Stage.LOADING_MODEL,
                Stage.READING_SONG, Stage.SEPARATING_AUDIO, Stage.SEPARATING_STEMS, Stage.SAVING_STEMS,
                Stage.COMPLETE);
        assertThat(told).hasSizeGreaterThan(85);
    }

    @Example
    void percentFollowsTheLaw() {
        assertThat(Mark.percentAt(7)).isEqualTo(16);
        assertThat(Mark.percentAt(15)).isEqualTo(23);
        assertThat(Mark.percentAt(24)).isEqualTo(31);
        assertThat(Mark.percentAt(100)).isEqualTo(95);
    }

    @Property
    void percentIsTheLeastWholeNumberNotBelowTheExactOne(@ForAll @IntRange(min = 0, max = 100) int stems) {
        assertThat(Mark.percentAt(stems)).isEqualTo(Math.max(15, (int) Math.ceil((1000 + 85 * stems) / 100.0)));
    }

    @Property
    void neverGoesBackAndLeavesNothingOutWhateverItIsTold(@ForAll("facts") List<Fact> facts) {
        told.clear();
        ProgressMeter fresh = new ProgressMeter(clock, told::add);
        facts.forEach(fact -> fact.tell(fresh));
        for (int i = 0; i < told.size(); i++) {
            Progress now = told.get(i);
            assertThat(now.percent()).isLessThan(100);
            if (i > 0) {
                Progress before = told.get(i - 1);
                int most = now.stage() == Stage.LOADING_MODEL ? 10 : before.percent() + 1;
                assertThat(now.percent()).isBetween(before.percent(), most);
                assertThat(now.stage()).isGreaterThanOrEqualTo(before.stage());
                assertThat(now).isNotEqualTo(before);
            }
        }
        fresh.complete();
        assertThat(told.getLast().percent()).isEqualTo(100);
    }

    @Example
    void theTimeForWhichAPersonThinksDoesNotCount() {
        clock.advanceSeconds(1);
        meter.asking();
        clock.advanceSeconds(31);
        meter.alive();
        meter.answered();
        clock.advanceSeconds(2);
        meter.fetching(0);

        assertThat(told).singleElement().extracting(Progress::elapsed).isEqualTo(Duration.ofSeconds(3));
    }

    @Example
    void theClockGoesOnWhileAFetchConnects() {
        meter.fetching(0);
        for (int second = 0; second < 14; second++) {
            clock.advanceSeconds(1);
            meter.alive();
        }

        assertThat(told).hasSize(15).allMatch(progress -> progress.stage() == Stage.FETCHING_MODEL
                && progress.percent() == 0 && progress.stagePercent() == 0);
        assertThat(told.getLast().elapsed()).isEqualTo(Duration.ofSeconds(14));
    }

    @Example
    void fetchingFillsTheFirstTenth() {
        meter.fetching(0.5);
        meter.fetching(0.2);
        assertThat(told.getLast()).extracting(Progress::percent, Progress::stagePercent).containsExactly(5, 50);
        assertThat(told).hasSize(51);
        meter.loading();
        meter.fetching(1);
        assertThat(told.getLast().stage()).isEqualTo(Stage.LOADING_MODEL);
    }

    @Example
    void savingWaitsForTheFilesToBeInPlace() {
        meter.saving(1);
        assertThat(told.getLast().percent()).isEqualTo(99);
        meter.complete();
        assertThat(told.getLast()).extracting(Progress::percent, Progress::stage)
                .containsExactly(100, Stage.COMPLETE);
    }

    @Example
    void aSilentBarStandsWhereItIsButItsClocksGoOn() {
        meter.alive();
        assertThat(told).isEmpty();
        meter.loading();
        clock.advanceSeconds(0.4);
        meter.alive();
        assertThat(told).hasSize(1);
        clock.advanceSeconds(0.2);
        meter.alive();
        meter.alive();
        assertThat(told).hasSize(2);
        assertThat(told.getLast()).isEqualTo(new Progress(Stage.LOADING_MODEL, 10, 0, Duration.ofMillis(600),
                Optional.empty()));
        meter.complete();
        int all = told.size();
        clock.advanceSeconds(5);
        meter.alive();
        assertThat(told).hasSize(all);
    }

    @Example
    void whatArrivesAfterTheEndIsNotTold() {
        meter.separating();
        int all = told.size();
        meter.stop();
        meter.separating(1, 2, 0);
        clock.advanceSeconds(5);
        meter.alive();
        meter.complete();
        assertThat(told).hasSize(all);
    }

    @Example
    void timeLeftIsUnknownBeforeTheWarmUp() {
        meter.separating();
        clock.advanceSeconds(4.9);
        meter.separating(2, 20, 0.5);
        assertThat(told.getLast().left()).isEmpty();
        clock.advanceSeconds(0.2);
        meter.separating(2, 20, 0.9);
        assertThat(told.getLast().left()).isPresent();
    }

    @Example
    void threeQuickSegmentsAreWarmUpEnough() {
        meter.separating();
        clock.advanceSeconds(1);
        meter.separating(2, 30, 0.9);
        assertThat(told.getLast().left()).isEmpty();
        clock.advanceSeconds(0.4);
        meter.separating(3, 30, 0);
        assertThat(told.getLast().left()).isPresent();
    }

    /** Steady work of any length, begun at half of its later pace. */
    @Property(tries = 200)
    void timeLeftIsWithinAQuarterAfterAFifth(@ForAll @DoubleRange(min = 0.5, max = 20) double segmentSeconds,
                                             @ForAll @IntRange(min = 4, max = 60) int segments) {
        told.clear();
        ProgressMeter fresh = new ProgressMeter(clock, told::add);
        var began = clock.instant();
        fresh.separating();
        for (int step = 1; step <= 50 * segments; step++) {
            clock.advanceSeconds(segmentSeconds / 50 * (step <= 25 ? 2 : 1));
            fresh.separating(step / 50, segments, step % 50 / 50.0);
        }
        double separated = Duration.between(began, clock.instant()).toMillis() / 1000.0;
        clock.advanceSeconds(separated * 0.04);
        fresh.complete();
        double total = Duration.between(began, clock.instant()).toMillis() / 1000.0;
        for (Progress progress : told) {
            double left = total - progress.elapsed().toMillis() / 1000.0;
            if (progress.stage() == Stage.SEPARATING_STEMS && progress.stagePercent() >= 20
                    && progress.stagePercent() < 95 && left > 20) {
                progress.left().ifPresent(guess -> assertThat((double) guess.toSeconds())
                        .as("at %s of %.0f s", progress, total).isBetween(0.75 * left, 1.25 * left));
            }
        }
    }

    @Example
    void timeLeftIsRounded() {
        assertThat(TimeLeft.rounded(0.2)).isEqualTo(Duration.ofSeconds(5));
        assertThat(TimeLeft.rounded(33)).isEqualTo(Duration.ofSeconds(35));
        assertThat(TimeLeft.rounded(97)).isEqualTo(Duration.ofSeconds(100));
        assertThat(TimeLeft.rounded(200)).isEqualTo(Duration.ofMinutes(3));
        assertThat(TimeLeft.rounded(4000)).isEqualTo(Duration.ofMinutes(65));
    }

    @Provide
    Arbitrary<List<Fact>> facts() {
        Arbitrary<Double> fraction = Arbitraries.doubles().between(-0.5, 1.5);
        Arbitrary<Integer> count = Arbitraries.integers().between(0, 12);
        Arbitrary<Fact> fact = Arbitraries.oneOf(
                fraction.map(x -> meter -> meter.fetching(x)),
                Arbitraries.just(ProgressMeter::loading),
                fraction.map(x -> meter -> meter.reading(x)),
                Arbitraries.just(ProgressMeter::separating),
                Combinators.combine(count, count, fraction)
                        .as((done, total, x) -> meter -> meter.separating(done, total, x)),
                fraction.map(x -> meter -> meter.saving(x)));
        return fact.list().ofMaxSize(60);
    }

    /** Something that a part of a separation tells. */
    @FunctionalInterface
    interface Fact {

        void tell(ProgressMeter meter);
    }

    private void runSmoothly(int segments) {
        meter.loading();
        for (int i = 0; i <= 10; i++) {
            meter.reading(i / 10.0);
        }
        meter.separating();
        for (int step = 0; step <= 200 * segments; step++) {
            clock.advanceSeconds(0.01);
            meter.separating(step / 200, segments, step % 200 / 200.0);
        }
        for (int i = 0; i <= 20; i++) {
            clock.advanceSeconds(0.05);
            meter.saving(i / 20.0);
        }
        meter.complete();
    }
}
