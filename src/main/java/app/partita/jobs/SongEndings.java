package app.partita.jobs;

import java.util.Locale;
import java.util.Set;

/** What the end of a file's name tells of what is in it. */
public final class SongEndings {

    private static final Set<String> SOUND = Set.of("mp3", "flac", "wav", "wave", "rf64", "w64", "bwf", "aif", "aiff",
            "aifc", "m4a", "m4b", "aac", "alac", "ogg", "oga", "opus", "spx", "wma", "wv", "ape", "tta", "mpc", "mp2",
            "mp1", "mka", "weba", "ac3", "eac3", "dts", "caf", "au", "snd", "dsf", "dff", "amr", "ra", "tak", "shn",
            "voc", "mp4", "m4v", "mov", "mkv", "webm", "avi", "mpg", "mpeg", "wmv", "flv", "3gp", "ts", "ogv");
    private static final Set<String> NO_SOUND = Set.of("jpg", "jpeg", "png", "gif", "bmp", "webp", "svg", "tif", "tiff",
            "ico", "pdf", "txt", "md", "rtf", "doc", "docx", "odt", "xls", "xlsx", "csv", "htm", "html", "xml", "json",
            "yaml", "ini", "cfg", "log", "nfo", "cue", "m3u", "m3u8", "pls", "xspf", "lrc", "sfv", "md5", "zip", "rar",
            "7z", "gz", "xz", "tar", "exe", "dll", "so", "class", "jar", "java", "py", "js", "css", "c", "h", "url",
            "lnk", "desktop", "db", "mid", "midi", "asd", "als", "reapeaks", "part", "crdownload");

    private SongEndings() {
    }

    /** Whether files of such names hold sound. */
    public static boolean isSound(String name) {
        return SOUND.contains(ending(name));
    }

    /** Whether files of such names never hold sound; of all others only their content tells. */
    public static boolean isNoSound(String name) {
        return NO_SOUND.contains(ending(name));
    }

    private static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
