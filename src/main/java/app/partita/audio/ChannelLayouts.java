package app.partita.audio;

import java.util.List;

/** FFmpeg's names of the ways in which loudspeakers are placed. */
final class ChannelLayouts {

    private static final List<String> USUAL = List.of("mono", "stereo", "3.0", "quad", "5.0", "5.1", "6.1", "7.1");

    private ChannelLayouts() {
    }

    /** What so many channels usually are; empty if nothing is usual. */
    static String usual(int channels) {
        return channels >= 1 && channels <= USUAL.size() ? USUAL.get(channels - 1) : "";
    }

    /** Whether it is a name that FFmpeg takes back as it gave it, rather than a description. */
    static boolean isName(String layout) {
        return layout.matches("[a-z0-9.]+(\\([a-z-]+\\))?");
    }

    /** A layout for headerless input: the name where there is one, else just the count. */
    static String orCount(String layout, int channels) {
        return isName(layout) ? layout : channels + "C";
    }
}
