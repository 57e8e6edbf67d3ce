package app.partita.ui;

import app.partita.demo.DemoFiles;
import app.partita.jobs.JobLauncher;
import app.partita.jobs.JobQueue;
import app.partita.jobs.SongWalker;
import app.partita.jobs.host.Trash;
import app.partita.settings.SettingsStore;
import app.partita.ui.covers.Covers;
import app.partita.ui.models.TermsQuestion;
import app.partita.ui.player.PlayerServices;
import app.partita.ui.system.Desktop;
import app.partita.ui.system.Workers;
import java.nio.file.Path;
import java.util.List;

/**
 * What the windowed program is made of, as it is wired.
 *
 * @param desktop    the system's file manager and notifications
 * @param engine     the instruction set that is used, in words
 * @param machine    the program and the computer, in a line for those who look for a fault
 * @param models     the names of the networks
 * @param demoFolder where the demo song is written
 */
public record AppServices(Workers workers, SettingsStore settings, JobQueue queue, SongWalker walker, Trash trash,
                          Covers covers, Desktop desktop, PlayerServices player, DemoFiles demo, Path demoFolder,
                          List<String> models, String engine, String machine) {

    /** Wires the program, with what only the window can give. */
    @FunctionalInterface
    public interface Factory {

        /**
         * @param launcher  runs each job in a task
         * @param terms     asks for the terms of weights
         */
        AppServices create(Workers workers, JobLauncher launcher, TermsQuestion terms);
    }
}
