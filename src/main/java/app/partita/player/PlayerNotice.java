package app.partita.player;

import app.partita.fault.Fault;

/** What a person should know, beside what the player's state says. */
public sealed interface PlayerNotice {

    /** There is nothing to play through; told once until there was something again. */
    record NoDevice() implements PlayerNotice {}

    /** What it played through is gone; it is paused. The name is empty if it was the system's choice. */
    record DeviceLost(String device) implements PlayerNotice {}

    /** The chosen device is not there: the system's own choice is used instead. */
    record OtherDevice(String missing) implements PlayerNotice {}

    /** The song can no longer be read; it is paused. The message and its next step are in the fault. */
    record Unreadable(Fault fault) implements PlayerNotice {}

    /** The song was played to its end. */
    record Ended() implements PlayerNotice {}
}
