package app.partita.ui.notices;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is being said, oldest first; for the thread that draws. */
public final class NoticeBoard {

    private final ObservableList<Announcement> announcements = FXCollections.observableArrayList();
    /** Held, since it hears of changes only as long as somebody holds it. */
    private final ObservableList<Announcement> shown = FXCollections.unmodifiableObservableList(announcements);

    /** Says it, in the place of what was said of the same topic. */
    public void say(Announcement announcement) {
        for (int index = 0; index < announcements.size(); index++) {
            if (announcements.get(index).topic().equals(announcement.topic())) {
                announcements.set(index, announcement);
                return;
            }
        }
        announcements.add(announcement);
    }

    /** Says it no longer. */
    public void withdraw(String topic) {
        announcements.removeIf(announcement -> announcement.topic().equals(topic));
    }

    /** Says that one no longer, if it is still said; whatever came in its place stays. */
    public void withdraw(Announcement announcement) {
        announcements.removeIf(said -> said == announcement);
    }

    public ObservableList<Announcement> announcements() {
        return shown;
    }
}
