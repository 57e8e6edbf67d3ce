package app.partita.player;

import static org.assertj.core.api.Assertions.assertThat;

import app.partita.fault.Fault;
import app.partita.stems.LiveSong;
import app.partita.stems.StemKind;
import app.partita.stems.Stretches.Stretch;
import app.partita.stems.WorkFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveSourceTest {

    private static final int RATE = 100;

    @TempDir
    private Path folder;

    @Test
    void whatIsForeseenIsHeardButDoesNotLast() throws Fault {
        List<Long> wanted = new ArrayList<>();
        try (LiveSong song = LiveSong.start(new WorkFolders(folder).open(), List.of(StemKind.VOCALS), 1, RATE,
                wanted::add)) {
            song.join();
            song.mixture().append(new float[300], 0, 300);
            song.mixture().foresee(1000, new float[] {1, 2}, 0, 2);
            song.stems().markReady(0, 200);
            song.stems().markReady(1000, 1002);
            song.stems().markSettled(0, 100);
            try (LiveSource source = new LiveSource(song)) {
                assertThat(source.originalReady().list()).containsExactly(new Stretch(0, 300), new Stretch(1000, 1002));
                assertThat(source.lasting(Heard.ORIGINAL).list()).containsExactly(new Stretch(0, 300));
                assertThat(source.ready().list()).containsExactly(new Stretch(0, 200), new Stretch(1000, 1002));
                assertThat(source.lasting(Heard.STEMS).list()).containsExactly(new Stretch(0, 100));
                float[] heard = new float[2];
                source.readOriginal(1000, heard, 0, 2);
                assertThat(heard).containsExactly(1, 2);

                source.wantFirst(1000);
                source.wantLasting(1000);
                source.wantLasting(10);
            }
        }
        assertThat(wanted).as("what sounds last depends on what lies before").containsExactly(1000L, 200L, 0L);
    }
}
