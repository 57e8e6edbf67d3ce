package app.partita.ui;

import app.partita.fault.Fault;
import app.partita.jobs.host.FirstWindow;
import app.partita.models.Model;
import app.partita.models.ModelTerms;
import app.partita.ui.models.TermsAnswer;
import app.partita.ui.queue.TaskLauncher;
import app.partita.ui.system.Workers;
import app.partita.ui.theme.Fonts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/** The program with a window: starts JavaFX, shows the window, and returns when it is over. */
public final class App {

    private final AppServices.Factory factory;
    private final List<Path> songs;
    private final FirstWindow first;
    private final CountDownLatch over = new CountDownLatch(1);
    private final Mishaps mishaps = new Mishaps(Platform::runLater);
    private Shell shell;

    /**
     * @param songs queued at once
     * @param first through which more songs may come
     */
    public App(AppServices.Factory factory, List<Path> songs, FirstWindow first) {
        this.factory = factory;
        this.songs = List.copyOf(songs);
        this.first = first;
    }

    /**
     * Runs until the window is closed and nothing is left to be done.
     *
     * @throws Fault if there is no display
     */
    public void run(Map<String, String> environment) throws Fault {
        requireDisplay(environment);
        Thread.setDefaultUncaughtExceptionHandler(mishaps);
        try (Workers workers = Workers.create()) {
            CompletableFuture<AppServices> wired = CompletableFuture.supplyAsync(
                    () -> factory.create(workers, new TaskLauncher(), this::askTerms), workers.background());
            startToolkit();
            runWindow(wired);
        }
    }

    /** The fonts are read while the window is made: they are needed only when it is shown. */
    private void runWindow(CompletableFuture<AppServices> wired) {
        try {
            AppServices services = wired.join();
            Platform.runLater(() -> shell = new Shell(services, over::countDown));
            Fonts.load();
            Platform.runLater(this::open);
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.exit();
        }
    }

    /** Apart from the rest, since a toolkit that did not start cannot be ended: that would wait for its start. */
    private static void startToolkit() throws Fault {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (UnsupportedOperationException noToolkit) {
            throw noDisplay(noToolkit);
        }
    }

    private void open() {
        shell.open(songs);
        mishaps.tell(shell::mishap);
        first.listen(this::receive);
    }

    private CompletableFuture<Boolean> receive(List<Path> more) {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        Platform.runLater(() -> taken.complete(shell.receive(more)));
        return taken;
    }

    private CompletableFuture<TermsAnswer> askTerms(Model model, ModelTerms terms) {
        CompletableFuture<TermsAnswer> answer = new CompletableFuture<>();
        Platform.runLater(() -> shell.ask(model, terms, answer));
        return answer;
    }

    /** Without one, JavaFX would end the whole process in the middle of a sentence. */
    private static void requireDisplay(Map<String, String> environment) throws Fault {
        boolean x11 = System.getProperty("os.name").equals("Linux");
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        if (x11 && !headless && environment.getOrDefault("DISPLAY", "").isEmpty()) {
            throw noDisplay(null);
        }
    }

    private static Fault noDisplay(Throwable why) {
        return new Fault("There is no display for a window.",
                "Start it on a desktop, or separate without a window: partita separate FILE…", why);
    }
}
