package app.partita.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tags in FFmpeg's own text form, which unlike its arguments takes any length and any character. */
final class TagFile {

    /** What describes the old file rather than the song, or (gain, gapless) would be wrong of a stem. */
    private static final Pattern OF_THE_OLD_FILE = Pattern.compile("encoder|encoded_by|encoding|major_brand"
            + "|minor_version|compatible_brands|handler_name|vendor_id|language|duration|timecode|creation_time"
            + "|itun(smpb|norm|pgap).*|replaygain_.*|r128_.*|tsse|tlen|coding_history|umid|time_reference"
            + "|metadata_block_picture|waveformatextensible_channel_mask");
    private static final Pattern SPECIAL = Pattern.compile("([=;#\\\\\n])");

    private TagFile() {
    }

    static void write(Path file, SongTags tags) throws IOException {
        Files.writeString(file, text(tags));
    }

    static String text(SongTags tags) {
        Map<String, String> kept = new TreeMap<>(tags.all());
        kept.keySet().removeIf(name -> name.isBlank() || OF_THE_OLD_FILE.matcher(name).matches());
        kept.put("title", tags.title());
        kept.put("artist", tags.artist());
        kept.put("album", tags.album());
        var text = new StringBuilder(";FFMETADATA1\n");
        kept.forEach((name, value) -> {
            if (!value.isEmpty()) {
                text.append(escaped(name)).append('=').append(escaped(value)).append('\n');
            }
        });
        return text.toString();
    }

    private static String escaped(String plain) {
        String lines = plain.replace("\0", "").replace("\r\n", "\n").replace('\r', '\n');
        // FFmpeg joins a line that ends in a backslash with the next one, even if the backslash is escaped.
        while (lines.endsWith("\\")) {
            lines = lines.substring(0, lines.length() - 1);
        }
        return SPECIAL.matcher(lines).replaceAll("\\\\$1");
    }
}
