package app.partita.jobs;

import app.partita.jobs.host.Wakefulness;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What a queue works with.
 *
 * @param store      the jobs' files
 * @param order      the order of the rows and what else a person set right
 * @param launcher   starts jobs
 * @param work       what a started job does; {@link JobRunner} in the program
 * @param planner    makes jobs of songs
 * @param probe      asks new songs what they are
 * @param awake      keeps the computer awake while something runs
 * @param workFolder where separations keep their work files, for the estimate of disk space
 * @param disk       writes the jobs' files, one after another in the order given: a single thread
 * @param background probes songs and asks disks for their room: a single thread
 */
public record QueueParts(JobStore store, QueueOrderStore order, JobLauncher launcher, JobWork work,
                         JobPlanner planner, SongProbing probe, Wakefulness awake, Path workFolder, Executor disk,
                         Executor background, InstantSource clock) {}
