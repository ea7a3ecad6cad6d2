package org.homeward.notification.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The contact call of beneficiary-service and the token endpoint, over real HTTP. */
final class Neighbours {

    private static final Neighbours SHARED = new Neighbours();
    private static final String CONTACTS = "/internal/v1/contacts/";
    private static final String TOKEN = "token-of-this-service";

    private final Map<UUID, String> contacts = new ConcurrentHashMap<>();
    private final List<UUID> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile boolean away;
    private volatile boolean elsewhere;

    private Neighbours() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon(true).factory()));
        server.createContext("/oauth2/token", this::token);
        server.createContext(CONTACTS, this::contact);
        server.start();
    }

    static Neighbours shared() {
        return SHARED;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on she may be written to. */
    void consents(UUID beneficiary, String address, String language) {
        contacts.put(
                beneficiary,
                "{\"address\":\"%s\",\"language\":\"%s\"}".formatted(address, language));
    }

    void withdraws(UUID beneficiary) {
        contacts.remove(beneficiary);
    }

    void away(boolean now) {
        away = now;
    }

    /** What answers knows no such address, as when another service is asked. */
    void elsewhere(boolean now) {
        elsewhere = now;
    }

    long timesAsked(UUID beneficiary) {
        return asked.stream().filter(beneficiary::equals).count();
    }

    private void token(HttpExchange call) throws IOException {
        answer(
                call,
                200,
                "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":300}"
                        .formatted(TOKEN));
    }

    private void contact(HttpExchange call) throws IOException {
        if (!"contact".equals(header(call, "Homeward-Purpose"))
                || !("Bearer " + TOKEN).equals(header(call, "Authorization"))) {
            answer(call, 400, "{}");
            return;
        }
        if (away) {
            answer(call, 503, "{}");
            return;
        }
        if (elsewhere) {
            answer(call, 404, "{}");
            return;
        }
        var path = call.getRequestURI().getPath();
        var beneficiary =
                UUID.fromString(path.substring(CONTACTS.length(), path.lastIndexOf("/email")));
        asked.add(beneficiary);
        var contact = contacts.get(beneficiary);
        answer(call, contact == null ? 409 : 200, contact == null ? "{}" : contact);
    }

    private static @Nullable String header(HttpExchange call, String name) {
        return call.getRequestHeaders().getFirst(name);
    }

    private static void answer(HttpExchange call, int status, String body) throws IOException {
        try (call) {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(status, bytes.length);
            call.getResponseBody().write(bytes);
        }
    }
}
