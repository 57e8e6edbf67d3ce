package app.partita.settings;

import app.partita.testkit.FuzzInput;

/** The settings' file: it is refused as damaged, or understood, and then written and understood again. */
public final class SettingsFuzz {

    private SettingsFuzz() {
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        new FuzzInput(bytes).read(file -> {
            SettingsJson json = new SettingsJson();
            Settings settings;
            try {
                settings = json.read(file);
            } catch (SettingsJson.Damaged refused) {
                return;
            }
            if (!new SettingsJson().read(json.write(settings)).equals(settings)) {
                throw new AssertionError("what was written is not what was read: " + settings);
            }
        });
    }
}
