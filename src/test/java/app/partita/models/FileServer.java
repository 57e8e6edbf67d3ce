package app.partita.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback interface with one file, which can be told to misbehave. */
final class FileServer implements AutoCloseable {

    /** Answers a request in place of the server. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final byte[] file;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private volatile String tag = "\"one\"";
    private volatile int cutAt = Integer.MAX_VALUE;
    private volatile boolean ranged = true;
    private volatile Answer answer = this::serve;

    FileServer(byte[] file) throws IOException {
        this.file = file.clone();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> answer.to(exchange));
        server.setExecutor(threads);
        server.start();
    }

    URI address(String name) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/" + name);
    }

    /** The range header of every request for the file, empty where there was none. */
    List<String> ranges() {
        return List.copyOf(ranges);
    }

    void answer(Answer other) {
        answer = other;
    }

    /** From now on breaks every connection off at this byte of the file. */
    void cutAt(int position) {
        cutAt = position;
    }

    void tag(String other) {
        tag = other;
    }

    void refuseRanges() {
        ranged = false;
    }

    static Answer status(int status, String body) {
        return exchange -> {
            exchange.sendResponseHeaders(status, body.length());
            exchange.getResponseBody().write(body.getBytes());
            exchange.close();
        };
    }

    static Answer redirect(String location) {
        return exchange -> {
            exchange.getResponseHeaders().set("Location", location);
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        };
    }

    void serve(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        ranges.add(range == null ? "" : range);
        int from = 0;
        if (ranged && range != null && tag.equals(exchange.getRequestHeaders().getFirst("If-Range"))) {
            from = Integer.parseInt(range.replaceAll("\\D", ""));
        }
        if (from >= file.length) {
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("ETag", tag);
        if (from > 0) {
            exchange.getResponseHeaders().set("Content-Range",
                    "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        }
        exchange.sendResponseHeaders(from > 0 ? 206 : 200, file.length - from);
        exchange.getResponseBody().write(file, from, Math.max(0, Math.min(file.length, cutAt) - from));
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
