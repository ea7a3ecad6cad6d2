package org.homeward.kit.peer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Another service and the identity service in one, over real HTTP. */
final class Neighbour implements AutoCloseable {

    final List<String> questions = new CopyOnWriteArrayList<>();
    final AtomicInteger tokens = new AtomicInteger();
    volatile int status = 200;
    volatile boolean hangs;
    final AtomicInteger refusedTokens = new AtomicInteger();

    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    Neighbour() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/oauth2/token", this::token);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void token(HttpExchange call) throws IOException {
        call.getResponseHeaders().add("Content-Type", "application/json");
        send(
                call,
                200,
                "{\"access_token\":\"token-%d\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                        .formatted(tokens.incrementAndGet()));
    }

    private void answer(HttpExchange call) throws IOException {
        var token = call.getRequestHeaders().getFirst("Authorization");
        var body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        questions.add(
                String.join(
                                " ",
                                call.getRequestMethod(),
                                call.getRequestURI().toString(),
                                token,
                                call.getRequestHeaders().getFirst("Homeward-Purpose"),
                                body)
                        .strip());
        if (refusedTokens.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            send(call, 401, "");
            return;
        }
        call.getResponseHeaders().add("Content-Type", "application/json");
        if (hangs) {
            call.sendResponseHeaders(200, 0);
            call.getResponseBody().write("{\"word\"".getBytes(StandardCharsets.UTF_8));
            call.getResponseBody().flush();
            await();
        }
        if (status == 302) {
            call.getResponseHeaders().add("Location", "/elsewhere");
        }
        send(call, status, status == 204 ? "" : "{\"word\":\"secret-word\",\"added\":\"later\"}");
    }

    private void await() {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange call, int status, String body) throws IOException {
        try (call) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            call.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.close();
    }
}
