package org.homeward.bench.floor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.homeward.bench.load.Command;

/** The JDK's web server on virtual threads: reads the body, runs the command, says 201. */
final class BareHttp {

    private static final String ID = "\"id\":\"";

    private final HttpServer server;

    BareHttp(Command command) {
        // or answers wait for the acknowledgement of their head
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new IllegalStateException("no web server", impossible);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> answer(exchange, command));
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange, Command command) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int at = body.indexOf(ID) + ID.length();
            var id = UUID.fromString(body.substring(at, at + 36));
            int status = 201;
            try {
                command.run(id);
            } catch (Exception failure) {
                status = 500;
            }
            byte[] answer =
                    ("{\"id\":\"" + id + "\",\"version\":1,\"sequence\":1}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }
}
