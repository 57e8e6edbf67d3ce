package app.partita.ui.player;

import app.partita.audio.peaks.PeakCache;
import app.partita.player.MixExport;
import app.partita.player.SongSources;
import app.partita.player.StemPlayer;

/** What the player's view is made of, as it is wired. */
public record PlayerServices(StemPlayer player, SongSources sources, PeakCache peaks, SongMemory memory,
                             MixExport exports) {}
