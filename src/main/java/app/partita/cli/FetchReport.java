package app.partita.cli;

import app.partita.models.FetchListener;
import app.partita.models.Model;

/** Says on the terminal how a fetch goes. */
final class FetchReport implements FetchListener {

    private final Terminal terminal;
    private final Model model;
    private int percentShown = -1;

    FetchReport(Terminal terminal, Model model) {
        this.terminal = terminal;
        this.model = model;
    }

    @Override
    public void trying(String source) {
        terminal.out().println(model.name() + ": trying " + source);
    }

    @Override
    public void progress(double fraction) {
        int percent = (int) (100 * fraction);
        if (percent == percentShown) {
            return;
        }
        percentShown = percent;
        String line = model.name() + ": " + percent + "% fetched";
        if (terminal.person()) {
            terminal.out().print('\r' + line + "\u001b[K" + (percent == 100 ? System.lineSeparator() : ""));
            terminal.out().flush();
        } else {
            terminal.out().println(line);
        }
    }
}
