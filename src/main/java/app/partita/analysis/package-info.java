/** What is heard in a song: beats and tempo, key. Fed with blocks of samples; no threads, no files. */
package app.partita.analysis;
