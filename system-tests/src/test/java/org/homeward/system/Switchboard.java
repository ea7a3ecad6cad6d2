package org.homeward.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A proxy that a program asks through which is not ours to change, and that hears the answers. */
final class Switchboard implements AutoCloseable {

    /** Whoever passes something on says these anew. */
    private static final Set<String> OF_ONE_CONNECTION =
            Set.of(
                    "connection",
                    "content-length",
                    "host",
                    "http2-settings",
                    "proxy-connection",
                    "transfer-encoding",
                    "upgrade");

    private static final int AWAY = 502;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .build();
    private final HttpServer server;
    private final Desk desk;

    Switchboard(Desk desk) {
        this.desk = desk;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/", this::passOn);
        server.start();
    }

    /** By these options a JVM asks through it, also what is on this machine. */
    String options() {
        return "-Dhttp.proxyHost=127.0.0.1 -Dhttp.nonProxyHosts= -Dhttp.proxyPort="
                + address().getPort();
    }

    InetSocketAddress address() {
        return server.getAddress();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            desk.sending(body);
            var request =
                    HttpRequest.newBuilder(exchange.getRequestURI())
                            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            exchange.getRequestHeaders()
                    .forEach(
                            (name, values) -> {
                                if (isPassedOn(name)) {
                                    values.forEach(value -> request.header(name, value));
                                }
                            });
            answer(exchange, request.build());
        }
    }

    private void answer(HttpExchange exchange, HttpRequest request) throws IOException {
        HttpResponse<byte[]> answer;
        try {
            answer = http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException away) {
            exchange.sendResponseHeaders(AWAY, -1);
            return;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
        desk.hear(answer);
        answer.headers()
                .map()
                .forEach(
                        (name, values) -> {
                            if (isPassedOn(name)) {
                                exchange.getResponseHeaders().put(name, List.copyOf(values));
                            }
                        });
        var body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static boolean isPassedOn(String header) {
        return !header.startsWith(":")
                && !OF_ONE_CONNECTION.contains(header.toLowerCase(Locale.ROOT));
    }

    @Override
    public void close() {
        server.stop(0);
        http.close();
    }
}
