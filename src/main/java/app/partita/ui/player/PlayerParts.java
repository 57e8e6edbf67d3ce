package app.partita.ui.player;

/** What a window needs to show the player; outlives the window. */
public record PlayerParts(PlayerViewModel model, PlayerThreads threads) {}
