package app.partita.player;

import app.partita.audio.AudioFiles;
import app.partita.fault.Fault;
import app.partita.stems.LiveSong;
import app.partita.stems.StemKind;
import app.partita.stems.StemShelf;
import java.nio.file.Path;
import java.util.Map;

/** Opens songs for the player. All methods look at files, so they are not for a thread that draws. */
public final class SongSources {

    private final AudioFiles audio;
    private final StemShelf shelf;
    private final Path scratch;

    /**
     * @param scratch a folder for what must be decoded to be played: deleted when its source is closed
     */
    public SongSources(AudioFiles audio, StemShelf shelf, Path scratch) {
        this.audio = audio;
        this.shelf = shelf;
        this.scratch = scratch;
    }

    /**
     * Stems that are there, with the song they are of.
     *
     * @param song   if it cannot be read (any more), there is no original to be heard, that is all
     * @param stems  the file of each stem, in the order of their lanes
     */
    public SongSource finished(Path song, Map<StemKind, Path> stems) throws Fault {
        throw new UnsupportedOperationException();
    }

    /** A song without stems. */
    public SongSource original(Path song) throws Fault {
        throw new UnsupportedOperationException();
    }

    /**
     * A song that is being separated; keeps its files until it is closed, also when the separation ends meanwhile.
     *
     * @throws Fault if the separation is over
     */
    public SongSource live(LiveSong song) throws Fault {
        throw new UnsupportedOperationException();
    }
}
