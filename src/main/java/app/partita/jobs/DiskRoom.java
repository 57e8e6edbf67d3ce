package app.partita.jobs;

import java.nio.file.Path;

/**
 * The room that the jobs still to be done will need on one disk.
 *
 * @param folder on that disk
 * @param needed bytes, estimated from above; songs whose length is not known yet are not in it
 * @param free   bytes
 */
public record DiskRoom(Path folder, long needed, long free) {

    public boolean suffices() {
        return needed <= free;
    }
}
