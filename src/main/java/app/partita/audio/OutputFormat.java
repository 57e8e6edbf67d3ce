package app.partita.audio;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The file formats that stems are written in. */
public enum OutputFormat {
    /** 24-bit integer WAV, RF64 above 4 GiB. */
    WAV24("wav"),
    /** 16-bit integer WAV, RF64 above 4 GiB. */
    WAV16("wav"),
    /** 32-bit float WAV, RF64 above 4 GiB: the only one that never clips. */
    WAV32F("wav"),
    /** FLAC, 24 bit. */
    FLAC("flac"),
    /** MP3 at 320 kbit/s, one or two channels, with the gapless header. */
    MP3("mp3");

    /** Rates of MPEG-1, MPEG-2 and MPEG-2.5 layer III. */
    private static final List<Integer> MP3_RATES =
            List.of(48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000);

    private final String extension;

    OutputFormat(String extension) {
        this.extension = extension;
    }

    /** The file name's extension, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * The rate of a file for sound of that rate: the same, but MP3 knows only nine, of which the nearest is taken,
     * rather one in a whole-number ratio.
     */
    public int rateFor(int rate) {
        if (this != MP3) {
            return rate;
        }
        for (int known : MP3_RATES) {
            if (rate % known == 0) {
                return known;
            }
        }
        return MP3_RATES.stream().min(Comparator.comparingInt(known -> Math.abs(known - rate))).orElseThrow();
    }

    /** The name used on the command line and in settings. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that {@link #id}. */
    public static OutputFormat of(String id) {
        for (OutputFormat format : values()) {
            if (format.id().equals(id)) {
                return format;
            }
        }
        throw new IllegalArgumentException("No output format is called \"" + id + "\".");
    }
}
