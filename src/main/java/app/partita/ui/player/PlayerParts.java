package app.partita.ui.player;

import app.partita.ui.player.export.ExportDesk;

/** What a window needs to show the player; outlives the window. */
public record PlayerParts(PlayerViewModel model, PlayerThreads threads, ExportDesk exports,
                          SoundDevices devices) {}
