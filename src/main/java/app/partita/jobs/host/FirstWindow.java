package app.partita.jobs.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * Sees to it that a person who starts the program again gets the window that is there: the second program hands its
 * songs to the first one and leaves. They meet at a socket in a folder that only that person may enter, so no network
 * is used.
 */
public final class FirstWindow implements AutoCloseable {

    private static final Logger LOG = System.getLogger(FirstWindow.class.getName());
    /** A window that is just opening answers within this time, one that is just closing is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String YES = "yes";
    private static final String NO = "no";

    private final Path socket;
    private final Optional<FileChannel> lock;
    private Optional<ServerSocketChannel> server = Optional.empty();

    private FirstWindow(Path socket, Optional<FileChannel> lock) {
        this.socket = socket;
        this.lock = lock;
    }

    /**
     * Claims the place of the first window, or hands songs to the one that has it.
     *
     * @param folder holds nothing else; made if it is missing
     * @return empty if the songs were taken; present also if the first one, such as one that is about to end, takes none
     */
    public static Optional<FirstWindow> claim(Path folder, List<Path> songs) {
        Path socket = folder.resolve("window");
        try {
            makeOwn(folder);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (System.nanoTime() - deadline < 0) {
                Optional<FileChannel> lock = lock(folder.resolve("in-use"));
                if (lock.isPresent()) {
                    return Optional.of(new FirstWindow(socket, lock));
                }
                Optional<Boolean> taken = handOver(socket, songs);
                if (taken.isPresent()) {
                    return taken.get() ? Optional.empty() : Optional.of(new FirstWindow(socket, Optional.empty()));
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "whether there is another window cannot be told", e);
        }
        return Optional.of(new FirstWindow(socket, Optional.empty()));
    }

    /**
     * From now on takes songs of later windows, on threads of its own; does nothing if this is not the first one.
     *
     * @param receiver given absolute paths; answers whether it takes them
     */
    public synchronized void listen(Function<List<Path>, CompletableFuture<Boolean>> receiver) {
        if (lock.isEmpty()) {
            return;
        }
        try {
            Files.deleteIfExists(socket);
            ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            server = Optional.of(opened);
            opened.bind(UnixDomainSocketAddress.of(socket));
            Thread.ofVirtual().name("first-window").start(() -> serve(opened, receiver));
        } catch (IOException | UnsupportedOperationException e) {
            LOG.log(Level.WARNING, "later windows cannot hand their songs over", e);
        }
    }

    /** The next window is the first one. */
    @Override
    public synchronized void close() {
        try {
            if (server.isPresent()) {
                server.get().close();
                Files.deleteIfExists(socket);
            }
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the place of the first window could not be given back", e);
        }
    }

    private static void makeOwn(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException inThisProcess) {
            LOG.log(Level.DEBUG, "another window of this process", inThisProcess);
        }
        channel.close();
        return Optional.empty();
    }

    /** Whether the first window takes the songs; empty if it does not answer. */
    private static Optional<Boolean> handOver(Path socket, List<Path> songs) {
        try (SocketChannel first = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            var text = new StringBuilder();
            // A URI brings every name over, also one whose bytes are no text.
            songs.forEach(song -> text.append(song.toAbsolutePath().toUri().toASCIIString()).append('\n'));
            Channels.newOutputStream(first).write(text.toString().getBytes(StandardCharsets.US_ASCII));
            first.shutdownOutput();
            String answer = reader(first).readLine();
            return answer == null ? Optional.empty() : Optional.of(answer.equals(YES));
        } catch (IOException | UnsupportedOperationException notThere) {
            LOG.log(Level.DEBUG, "the first window does not answer", notThere);
            return Optional.empty();
        }
    }

    private static void serve(ServerSocketChannel server, Function<List<Path>, CompletableFuture<Boolean>> receiver) {
        try {
            while (true) {
                SocketChannel later = server.accept();
                Thread.ofVirtual().name("later-window").start(() -> take(later, receiver));
            }
        } catch (AsynchronousCloseException closed) {
            LOG.log(Level.DEBUG, "no later window is heard any more", closed);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "later windows cannot hand their songs over any more", e);
        }
    }

    private static void take(SocketChannel later, Function<List<Path>, CompletableFuture<Boolean>> receiver) {
        try (later) {
            List<Path> songs = reader(later).lines().map(line -> Path.of(URI.create(line))).toList();
            boolean taken = receiver.apply(songs).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            Channels.newOutputStream(later).write((taken ? YES : NO).getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | RuntimeException | ExecutionException | TimeoutException e) {
            LOG.log(Level.WARNING, "a later window could not hand its songs over", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BufferedReader reader(SocketChannel channel) {
        return new BufferedReader(Channels.newReader(channel, StandardCharsets.US_ASCII));
    }
}
