package org.homeward.notification.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A partner's server, as somebody would write it who has read the Standard Webhooks specification
 * and nothing else: none of its code is the sender's.
 */
public final class Receiver implements AutoCloseable {

    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile HttpHandler answer = answering(204);

    public Receiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon(true).factory()));
        server.createContext("/", this::take);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hooks?token=t-" + port();
    }

    /** From now on it answers so. */
    public Receiver answers(int status) {
        return answers(answering(status));
    }

    public Receiver answers(HttpHandler handler) {
        answer = handler;
        return this;
    }

    /** All that came, whatever it answered. */
    public List<Post> posts() {
        return List.copyOf(posts);
    }

    /** Those that are about something. */
    public List<Post> posts(Object about) {
        return posts.stream().filter(post -> post.body().contains(about.toString())).toList();
    }

    private static HttpHandler answering(int status) {
        return call -> {
            try (call) {
                call.sendResponseHeaders(status, -1);
            }
        };
    }

    private void take(HttpExchange call) throws IOException {
        var heads = call.getRequestHeaders();
        posts.add(
                new Post(
                        call.getRequestMethod(),
                        call.getRequestURI().toString(),
                        String.valueOf(heads.getFirst("Host")),
                        String.valueOf(heads.getFirst("Content-Type")),
                        String.valueOf(heads.getFirst("webhook-id")),
                        String.valueOf(heads.getFirst("webhook-timestamp")),
                        String.valueOf(heads.getFirst("webhook-signature")),
                        new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        answer.handle(call);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** A request, as it came. */
    public record Post(
            String method,
            String path,
            String host,
            String contentType,
            String id,
            String timestamp,
            String signature,
            String body) {

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }

        /** Whether one of its signatures is by this secret, and it is not from another time. */
        public boolean isSignedBy(String secret) {
            long age = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp));
            if (age > 300 || !secret.startsWith("whsec_")) {
                return false;
            }
            byte[] key = Base64.getDecoder().decode(secret.split("_", 2)[1]);
            var expected =
                    Base64.getEncoder().encodeToString(mac(key, id + '.' + timestamp + '.' + body));
            for (var one : signature.split(" ", -1)) {
                var parts = one.split(",", 2);
                if (parts[0].equals("v1") && same(parts[1], expected)) {
                    return true;
                }
            }
            return false;
        }

        private static boolean same(String one, String other) {
            return MessageDigest.isEqual(
                    one.getBytes(StandardCharsets.US_ASCII),
                    other.getBytes(StandardCharsets.US_ASCII));
        }

        private static byte[] mac(byte[] key, String text) {
            try {
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
