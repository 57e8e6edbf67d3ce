package app.partita.player;

/** Told by a player, on its own thread, one thing after another. */
public interface PlayerListener {

    /** The state is another one now. */
    default void changed(PlayerState state) { }

    /** Something happened that a person should know. */
    default void notice(PlayerNotice notice) { }
}
