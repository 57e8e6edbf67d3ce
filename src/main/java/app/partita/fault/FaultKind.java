package app.partita.fault;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The failures that people meet often enough to be told of them in their own language. The words are in
 * {@code faults.properties}, with the arguments as named here.
 */
public enum FaultKind {
    /** The song. */
    SONG_GONE,
    /** The song. */
    SONG_NOT_READABLE,
    /** The song. */
    SONG_NAME_NO_TEXT,
    /** The song. */
    SONG_EMPTY,
    /** The song. */
    SONG_UNREADABLE_DISK,
    /** The song. */
    NOT_A_SONG,
    /** The song. */
    NO_SOUND,
    /** The song. */
    NOTHING_DECODED,
    /** The song, the frames that it has, the frames that it should have. */
    SONG_CUT_SHORT,
    /** The song, the last good frame, the decoder's words. */
    SONG_DAMAGED,
    /** The song. */
    SONG_CHANGED,
    /** The song, the room that is needed, the folder, the room that is free. */
    NO_ROOM,
    /** The song, the room that is needed, the folder, the room that is free. */
    NO_ROOM_FOR_WORK,
    /** The file. */
    DISK_FULL,
    /** The file. */
    QUOTA_USED_UP,
    /** The file. */
    DISK_READ_ONLY,
    /** The file or folder. */
    NOT_WRITABLE,
    /** The file. */
    FOLDER_GONE,
    /** What is there. */
    IN_THE_WAY,
    /** The folder. */
    STEMS_EXIST,
    /** The folder. */
    NO_WORK_FOLDER,
    /** The network's name. */
    TERMS_DECLINED,
    /** The network's name, why each source failed. */
    MODEL_NOT_FETCHED,
    /** Nothing. */
    OUT_OF_MEMORY,
    /** What broke. */
    INTERNAL,
    /** Nothing. */
    QUEUE_IN_USE,
    /** The folder. */
    QUEUE_NOT_KEPT,
    /** The file. */
    JOB_NOT_SAVED,
    /** The file or folder. */
    NO_TRASH,
    /** The song's name, the folder. */
    STEMS_NOT_THERE,
    /** Nothing. */
    NO_AUDIO_DEVICE,
    /** The song's name. */
    NO_PREVIEW;

    /** A fault of this kind. */
    public Fault fault(Object... arguments) {
        return because(null, arguments);
    }

    /** A fault of this kind with the technical failure behind it. */
    public Fault because(Throwable behind, Object... arguments) {
        return new Fault(new Known(this, Stream.of(arguments).map(String::valueOf).toList()), behind);
    }

    /**
     * What is known of a fault besides its words.
     *
     * @param arguments as the kind names them
     */
    public record Known(FaultKind kind, List<String> arguments) {

        public Known {
            arguments = List.copyOf(arguments);
        }

        /** The name under which its words are kept. */
        String key() {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }
}
