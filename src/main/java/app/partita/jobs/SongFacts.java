package app.partita.jobs;

import app.partita.audio.SongInfo;
import app.partita.fault.Fault;
import java.util.OptionalDouble;

/**
 * What a song's file says about itself, as far as a row of the queue shows it.
 *
 * @param title      empty if unknown
 * @param artist     empty if unknown
 * @param album      empty if unknown
 * @param seconds    the length, good for showing and for progress only; empty if the file does not say
 * @param sampleRate frames a second
 * @param channels   of its sound
 * @param hasCover   whether a cover picture is embedded
 */
public record SongFacts(String title, String artist, String album, OptionalDouble seconds, int sampleRate,
                        int channels, boolean hasCover) {

    /** The facts of a probed song. */
    public static SongFacts of(SongInfo song) throws Fault {
        double seconds = SongLength.seconds(song);
        return new SongFacts(song.tags().title(), song.tags().artist(), song.tags().album(),
                seconds > 0 ? OptionalDouble.of(seconds) : OptionalDouble.empty(), song.sampleRate(),
                song.channels(), song.hasCover());
    }
}
