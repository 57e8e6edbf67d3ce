package app.partita.player;

import app.partita.audio.AudioFiles;
import app.partita.fault.Fault;
import app.partita.stems.LiveSong;
import app.partita.stems.StemKind;
import app.partita.stems.StemShelf;
import app.partita.stems.WorkFolders;
import java.nio.file.Path;
import java.util.Map;

/** Opens songs for the player. All methods look at files, so they are not for a thread that draws. */
public final class SongSources {

    private final AudioFiles audio;
    private final StemShelf shelf;
    private final WorkFolders scratch;

    /** @param scratch for what must be decoded to be played */
    public SongSources(AudioFiles audio, StemShelf shelf, WorkFolders scratch) {
        this.audio = audio;
        this.shelf = shelf;
        this.scratch = scratch;
    }

    /**
     * Stems that are there, with the song they are of. WAV files are read in place; others, and the song, are decoded
     * in the background, and can be heard meanwhile as far as that is.
     *
     * @param song  if it cannot be read (any more), there is no original to be heard, that is all
     * @param stems the file of each stem, in the order of their lanes; at least one
     */
    public SongSource finished(Path song, Map<StemKind, Path> stems) throws Fault {
        SourceBuilder builder = new SourceBuilder(audio, shelf, scratch);
        try {
            for (Map.Entry<StemKind, Path> stem : stems.entrySet()) {
                builder.addStem(stem.getKey(), stem.getValue());
            }
            builder.addOriginalIfReadable(song);
            return builder.build();
        } catch (Fault fault) {
            builder.abandon();
            throw fault;
        }
    }

    /** A song without stems. */
    public SongSource original(Path song) throws Fault {
        SourceBuilder builder = new SourceBuilder(audio, shelf, scratch);
        try {
            builder.addOriginal(song);
            return builder.build();
        } catch (Fault fault) {
            builder.abandon();
            throw fault;
        }
    }

    /**
     * A song that is being separated; keeps its files until it is closed, also when the separation ends well meanwhile.
     *
     * @throws Fault if the separation is over
     */
    public SongSource live(LiveSong song) throws Fault {
        if (!song.join()) {
            throw new Fault("The separation of this song is over.", "Open the song again.");
        }
        return new LiveSource(song);
    }
}
