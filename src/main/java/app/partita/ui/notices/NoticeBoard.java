package app.partita.ui.notices;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What is being said, oldest first; for the thread that draws. */
public final class NoticeBoard {

    private final ObservableList<Announcement> announcements = FXCollections.observableArrayList();

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

    public ObservableList<Announcement> announcements() {
        return FXCollections.unmodifiableObservableList(announcements);
    }
}
