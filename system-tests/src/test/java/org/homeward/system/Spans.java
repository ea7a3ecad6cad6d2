package org.homeward.system;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** A collector of traces as an operator may name one: whatever is sent to it is kept as it came. */
final class Spans implements AutoCloseable {

    private static final int OK = 200;

    private final HttpServer server;
    private final Path folder;

    Spans() {
        try {
            folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "spans");
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.createContext("/", this::keep);
        server.start();
    }

    /** By these variables a service sends it every span, in OpenTelemetry's binary form. */
    Map<String, String> settings() {
        return Map.of(
                "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
                address(),
                "MANAGEMENT_TRACING_SAMPLING_PROBABILITY",
                "1.0");
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** Where the spans lie. */
    Path folder() {
        return folder;
    }

    /** One after the other, for there is one thread. */
    private void keep(HttpExchange exchange) throws IOException {
        try (exchange) {
            Files.write(
                    folder.resolve("spans"),
                    exchange.getRequestBody().readAllBytes(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            exchange.sendResponseHeaders(OK, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
