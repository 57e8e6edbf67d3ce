package app.partita.player;

/** What belongs to one song that is in the player. */
final class Reel {

    private static final int BLOCKS_A_SECOND = 100;

    /** A stretcher may want more of the song at a time than it gives: up to half a second. */
    private static final int MOST_READ_PARTS_A_SECOND = 2;

    final Tape tape;
    final StemMixer mixer;
    final TimeStretch stretch;
    final Metronome metronome;
    final CountIn countIn;
    final int sampleRate;
    final int channels;
    /** Frames of the sound that are made at a time: about 10 ms. */
    final int blockFrames;
    /** Where it stands when it is put in. */
    final long start;

    Reel(ReadAhead ahead, long start) {
        SongSource source = ahead.source();
        this.start = start;
        sampleRate = source.sampleRate();
        channels = source.channels();
        blockFrames = Integer.highestOneBit(Math.max(1, sampleRate / BLOCKS_A_SECOND) * 2 - 1);
        mixer = new StemMixer(source.stems(), channels, sampleRate);
        tape = new Tape(ahead, mixer, Math.max(blockFrames, sampleRate / MOST_READ_PARTS_A_SECOND));
        stretch = new TimeStretch(channels, sampleRate);
        metronome = new Metronome(sampleRate, channels);
        countIn = new CountIn(metronome, sampleRate);
    }

    /** What it is read from. */
    SongSource source() {
        return tape.ahead().source();
    }

    /** Whether another source can go on where this one is, within a block. */
    boolean fits(SongSource other) {
        SongSource now = source();
        return other.sampleRate() == sampleRate && other.channels() == channels && other.stems().equals(now.stems());
    }
}
