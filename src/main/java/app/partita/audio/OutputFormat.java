package app.partita.audio;

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

    private final String extension;

    OutputFormat(String extension) {
        this.extension = extension;
    }

    /** The file name's extension, without the dot. */
    public String extension() {
        return extension;
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
