package org.homeward.story.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.TestTokens;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a browser or a program, and with a token or without.
 *
 * @param token null for the public
 */
record Web(int port, @Nullable String token) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Web reader(int port) {
        return new Web(port, null);
    }

    static Web as(int port, String subject, String... roles) {
        return new Web(port, TestTokens.shared().of(subject, "mission", List.of(roles), "*"));
    }

    /**
     * @param headers names and values in turn
     */
    Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** A file that is no text. */
    HttpResponse<byte[]> file(String path, String... headers) {
        return send(request(path, headers).GET(), BodyHandlers.ofByteArray());
    }

    Answer head(String path) {
        return send(request(path).HEAD());
    }

    /** A command with a key of its own. */
    Answer post(String path, @Nullable Long version, String body) {
        return send(command(path, version).POST(BodyPublishers.ofString(body)));
    }

    /** A command that may come again, with the same key. */
    Answer repeat(String key, String path, String body) {
        return send(
                request(path, "Idempotency-Key", key, "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, @Nullable Long version, String body) {
        return send(command(path, version).PUT(BodyPublishers.ofString(body)));
    }

    /** A question with a body, which is no command. */
    Answer ask(String path, String... headers) {
        return send(request(path, headers).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder command(String path, @Nullable Long version) {
        var request =
                request(
                        path,
                        "Idempotency-Key",
                        UUID.randomUUID().toString(),
                        "Content-Type",
                        "application/json");
        return version == null ? request : request.header("If-Match", "\"" + version + "\"");
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        return new Answer(send(request, BodyHandlers.ofString()));
    }

    private static <T> HttpResponse<T> send(
            HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            return CLIENT.send(request.build(), body);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(end);
        }
    }
}
