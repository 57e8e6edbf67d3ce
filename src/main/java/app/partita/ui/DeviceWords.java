package app.partita.ui;

import app.partita.ui.player.OpenedSong;
import app.partita.ui.player.PlayerParts;
import app.partita.ui.text.Texts;
import java.text.NumberFormat;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;

/** What the player is heard through, in words: the device and the rate of the open song. */
final class DeviceWords {

    private static final double KILO = 1000;

    private final Texts texts;

    DeviceWords(Texts texts) {
        this.texts = texts;
    }

    /** @param chosen the device in the settings; empty for the system's own choice */
    ObservableValue<String> of(PlayerParts player, ObservableValue<String> chosen) {
        return Bindings.createStringBinding(() -> player.devices().namesProperty().get()
                        .map(names -> words(names, chosen.getValue(), player.model().songProperty().get())).orElse(""),
                player.devices().namesProperty(), player.model().songProperty(), chosen);
    }

    private String words(List<String> names, String chosen, Optional<OpenedSong> song) {
        if (names.isEmpty()) {
            return texts.get("status.device.none");
        }
        String name = names.contains(chosen) ? chosen : texts.get("status.device.system");
        return song.map(open -> texts.get("status.device", name, NumberFormat.getNumberInstance(texts.locale())
                .format(open.source().sampleRate() / KILO))).orElse(name);
    }
}
