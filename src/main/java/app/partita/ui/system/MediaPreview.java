package app.partita.ui.system;

import app.partita.fault.Fault;
import app.partita.fault.FaultKind;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.media.Media;
import javafx.scene.media.MediaException;
import javafx.scene.media.MediaPlayer;

/** Plays songs through JavaFX's media player, which knows some formats and needs a device. */
public final class MediaPreview implements Preview {

    private final BooleanSupplier device;
    private final Executor background;
    private MediaPlayer player;
    private Path playing;

    /**
     * @param device     whether there is an audio device; asked in the background
     * @param background not the thread that draws
     */
    public MediaPreview(BooleanSupplier device, Executor background) {
        this.device = device;
        this.background = background;
    }

    @Override
    public void toggle(Path song, Consumer<Fault> failed) {
        boolean same = song.equals(playing);
        stop();
        if (same) {
            return;
        }
        playing = song;
        background.execute(() -> {
            boolean heard = device.getAsBoolean();
            String address = song.toUri().toString();
            Platform.runLater(() -> begin(song, address, heard, failed));
        });
    }

    private void begin(Path song, String address, boolean heard, Consumer<Fault> failed) {
        if (!song.equals(playing)) {
            return;
        }
        if (!heard) {
            playing = null;
            failed.accept(FaultKind.NO_AUDIO_DEVICE.fault());
            return;
        }
        try {
            player = new MediaPlayer(new Media(address));
            player.setOnError(() -> fail(song, player.getError(), failed));
            player.setOnEndOfMedia(this::stop);
            player.play();
        } catch (MediaException unplayable) {
            fail(song, unplayable, failed);
        }
    }

    private void fail(Path song, Throwable why, Consumer<Fault> failed) {
        stop();
        failed.accept(FaultKind.NO_PREVIEW.because(why, song.getFileName()));
    }

    @Override
    public void stop() {
        playing = null;
        if (player != null) {
            player.dispose();
            player = null;
        }
    }
}
