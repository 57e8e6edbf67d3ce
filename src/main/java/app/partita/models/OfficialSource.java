package app.partita.models;

import app.partita.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;

/** Downloads the authors' own file, going on where an earlier attempt broke off if the server allows that. */
final class OfficialSource implements ModelSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_ATTEMPTS = 5;
    private static final long MOST_BYTES = 1L << 30;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Origin.Official origin;
    private final HttpsRequests requests;

    OfficialSource(Origin.Official origin, HttpsRequests requests) {
        this.origin = origin;
        this.requests = requests;
    }

    @Override
    public String description() {
        return origin.file().getHost();
    }

    @Override
    public Path fetch(Path folder, DoubleConsumer progress, BooleanSupplier cancelled) throws Fault {
        PartialFile part = new PartialFile(folder, origin.fileName());
        try (HttpClient client = requests.client()) {
            try {
                download(client, part, progress, cancelled);
            } finally {
                client.shutdownNow();
            }
            String digest = Sha256.of(part.data());
            if (!digest.startsWith(origin.sha256Prefix())) {
                part.discard();
                throw new Fault(description() + " sent a file that is not " + origin.fileName()
                        + " (its checksum is wrong)", "Try again later.");
            }
            return part.data();
        } catch (Fault e) {
            throw e;
        } catch (IOException e) {
            if (cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            throw new Fault(description() + " cannot be reached, or the connection broke (" + Reasons.of(e) + ")",
                    "Check the network connection.", e);
        }
    }

    /** Attempts that bring the file further are followed by another one. */
    private void download(HttpClient client, PartialFile part, DoubleConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            long before = part.length();
            try {
                attempt(client, part, progress, cancelled);
                return;
            } catch (Fault e) {
                throw e;
            } catch (IOException e) {
                if (cancelled.getAsBoolean() || part.length() <= before || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private void attempt(HttpClient client, PartialFile part, DoubleConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        String version = part.resumableVersion().orElse("");
        long from = version.isEmpty() ? 0 : part.length();
        HttpResponse<InputStream> answer = requests.get(client, origin.file(), from, version, cancelled);
        try (InputStream body = answer.body()) {
            switch (answer.statusCode()) {
                case OK -> {
                    try (FileChannel channel = part.restart(version(answer.headers()))) {
                        pump(body, channel, 0, length(answer), progress, cancelled);
                    }
                }
                case PARTIAL -> {
                    requireStart(answer.headers(), from, part);
                    try (FileChannel channel = part.append()) {
                        pump(body, channel, from, length(answer), progress, cancelled);
                    }
                }
                case RANGE_NOT_SATISFIABLE -> {
                    // Either all of it is here already, which the checksum will tell, or it is of no use.
                    if (from == 0 || !Sha256.of(part.data()).startsWith(origin.sha256Prefix())) {
                        part.discard();
                        throw refused(answer.statusCode());
                    }
                }
                default -> throw refused(answer.statusCode());
            }
        }
    }

    private void requireStart(HttpHeaders headers, long from, PartialFile part) throws IOException {
        if (!headers.firstValue("Content-Range").orElse("").startsWith("bytes " + from + "-")) {
            part.discard();
            throw new Fault(description() + " sent another part of the file than it was asked for", "Try again later.");
        }
    }

    private void pump(InputStream body, FileChannel channel, long from, long length, DoubleConsumer progress,
                      BooleanSupplier cancelled) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long done = from;
        try (Watchdog watchdog = new Watchdog(body, cancelled, PATIENCE)) {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                watchdog.moved();
                done += n;
                if (done > MOST_BYTES) {
                    throw new Fault(description() + " sends more than the file can be long", "Try again later.");
                }
                write(channel, ByteBuffer.wrap(buffer, 0, n));
                if (length > 0) {
                    progress.accept((double) done / (from + length));
                }
            }
        }
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
        channel.force(true);
    }

    /** A full disk is no fault of the connection. */
    private void write(FileChannel channel, ByteBuffer chunk) throws Fault {
        try {
            while (chunk.hasRemaining()) {
                channel.write(chunk);
            }
        } catch (IOException e) {
            throw new Fault("the download cannot be written (" + Reasons.of(e) + ")", "Make room on the disk.", e);
        }
    }

    private static long length(HttpResponse<?> answer) {
        return answer.headers().firstValueAsLong("Content-Length").orElse(0);
    }

    /** What identifies this version of the file; a weak tag cannot be used to ask for a part. */
    private static String version(HttpHeaders headers) {
        return headers.firstValue("ETag").filter(tag -> tag.startsWith("\""))
                .or(() -> headers.firstValue("Last-Modified"))
                .orElse("");
    }

    private Fault refused(int status) {
        return new Fault(description() + " answered " + status + " for " + origin.fileName(), "Try again later.");
    }
}
