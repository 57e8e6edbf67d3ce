package app.partita.models;

import app.partita.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Asks servers for files: quick to give up, and never led away from HTTPS by a redirect. */
final class HttpsRequests {

    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final long POLL_MILLIS = 50;
    private static final int MOST_REDIRECTS = 5;

    private final Predicate<URI> permitted;

    HttpsRequests() {
        this(address -> "https".equalsIgnoreCase(address.getScheme()));
    }

    /** {@code permitted} says which addresses may be asked. */
    HttpsRequests(Predicate<URI> permitted) {
        this.permitted = permitted;
    }

    HttpClient client() {
        return HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /**
     * Asks for a file.
     *
     * @param from    the first byte wanted; 0 asks for all
     * @param version if {@code from} is above 0: the part is wanted only of this version, else all
     * @return the answer that is no redirect; its body is to be closed
     */
    HttpResponse<InputStream> get(HttpClient client, URI start, long from, String version, BooleanSupplier cancelled)
            throws IOException {
        URI address = start;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            if (!permitted.test(address)) {
                throw new Fault(start.getHost() + " leads to an address that is not secure: " + address,
                        "Try again later.");
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(ANSWER);
            if (from > 0) {
                request.header("Range", "bytes=" + from + "-").header("If-Range", version);
            }
            HttpResponse<InputStream> answer = await(
                    client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofInputStream()), cancelled);
            if (!isRedirect(answer.statusCode())) {
                return answer;
            }
            answer.body().close();
            address = next(address, answer);
        }
        throw new Fault(start.getHost() + " redirects without end", "Try again later.");
    }

    private static URI next(URI address, HttpResponse<?> answer) throws IOException {
        try {
            return address.resolve(answer.headers().firstValue("Location").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new IOException("redirected to an impossible address", e);
        }
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    private static <T> T await(CompletableFuture<T> future, BooleanSupplier cancelled) throws IOException {
        while (true) {
            try {
                return future.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (cancelled.getAsBoolean()) {
                    future.cancel(true);
                    throw new CancellationException();
                }
            } catch (InterruptedException e) {
                future.cancel(true);
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("interrupted").initCause(e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            }
        }
    }
}
