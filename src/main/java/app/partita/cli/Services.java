package app.partita.cli;

import app.partita.audio.AudioFiles;
import app.partita.jobs.NetworkLoader;
import app.partita.models.ModelCatalogue;
import app.partita.models.ModelFetcher;
import app.partita.models.ModelStore;
import app.partita.models.TermsStore;
import app.partita.stems.WorkFolders;
import java.time.InstantSource;
import java.util.function.IntFunction;

/**
 * What the commands work with.
 *
 * @param networks for a number of threads, what loads networks that use so many
 */
public record Services(AudioFiles audio, WorkFolders workFolders, IntFunction<NetworkLoader> networks,
                       ModelCatalogue catalogue, ModelStore store, ModelFetcher fetcher, TermsStore acceptedTerms,
                       InstantSource clock) {}
