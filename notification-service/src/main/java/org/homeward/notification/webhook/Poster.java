package org.homeward.notification.webhook;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.io.ModalCloseable;
import org.apache.hc.core5.util.Timeout;
import org.homeward.notification.channel.Circuit;
import org.homeward.notification.channel.NotTaken;
import org.homeward.notification.channel.NotTaken.Kind;
import org.homeward.notification.webhook.Webhook.Active;

/**
 * Posts one message to one address. Each attempt has a connection of its own, to an address that
 * was looked up and judged for it; it follows no redirect, reads of an answer nothing but its head,
 * and is over after a bounded time, however slowly the other side speaks. Whoever takes nothing is
 * left alone for a while, and nobody else with them.
 */
public class Poster implements AutoCloseable {

    private static final ContentType CLOUD_EVENT =
            ContentType.create("application/cloudevents+json", "UTF-8");
    private static final Timeout CONNECT = Timeout.ofSeconds(3);
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;
    private static final int OWN_FAULT = 500;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final Clock clock;
    private final WebhookSettings settings;
    private final Duration whole;
    private final CloseableHttpClient http;
    private final Map<UUID, Circuit> circuits = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ends =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("webhook-ends").factory());

    /**
     * @param whole how long an attempt may last
     */
    Poster(Destinations destinations, Clock clock, WebhookSettings settings, Duration whole) {
        this.clock = clock;
        this.settings = settings;
        this.whole = whole;
        this.http = http(destinations, Timeout.of(whole));
    }

    private static CloseableHttpClient http(Destinations destinations, Timeout whole) {
        var connections =
                PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(destinations)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setDefaultConnectionConfig(
                                ConnectionConfig.custom()
                                        .setConnectTimeout(CONNECT)
                                        .setSocketTimeout(whole)
                                        .build())
                        .setConnectionFactory(
                                ManagedHttpClientConnectionFactory.builder()
                                        .http1Config(
                                                Http1Config.custom()
                                                        .setMaxHeaderCount(100)
                                                        .setMaxLineLength(8_192)
                                                        .build())
                                        .build())
                        .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((_, _, _) -> false)
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setProtocolUpgradeEnabled(false)
                                .setResponseTimeout(whole)
                                .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Homeward")
                .build();
    }

    /** How many posts to it make sense to begin now: 0 while it is left alone. */
    public int room(UUID webhook, int wanted) {
        return circuit(webhook).room(wanted);
    }

    /**
     * @param id of the message, the same for every attempt
     * @throws NotTaken when it was not taken; {@link Kind#NEVER} when the address is gone for good
     */
    public void post(Active webhook, UUID id, String body) {
        circuit(webhook.id()).run(() -> attempt(webhook, id, body));
    }

    private void attempt(Active webhook, UUID id, String body) {
        var post = signed(webhook, id, body);
        var end = ends.schedule(() -> end(post), whole.toMillis(), TimeUnit.MILLISECONDS);
        try {
            var answer = http.executeOpen(null, post, null);
            try {
                judge(answer);
            } finally {
                // gracefully would mean to read it to its end, which it need not have
                Closer.close((ModalCloseable) answer, CloseMode.IMMEDIATE);
            }
        } catch (IOException failed) {
            throw new NotTaken(Kind.SERVER_AWAY, failed.getClass().getSimpleName());
        } finally {
            end.cancel(false);
        }
    }

    private static void judge(ClassicHttpResponse answer) {
        int status = answer.getCode();
        if (status < 200 || status >= 300) {
            throw new NotTaken(kind(status), "it answered " + status, rest(answer));
        }
    }

    private static void end(HttpPost post) {
        post.cancel();
    }

    private HttpPost signed(Active webhook, UUID id, String body) {
        var endpoint = webhook.endpoint();
        var now = clock.instant();
        var secrets = endpoint.signing(now).stream().map(key -> key.secret().open()).toList();
        var post = new HttpPost(URI.create(endpoint.url().open()));
        post.setHeader("webhook-id", id.toString());
        post.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        post.setHeader(
                "webhook-signature",
                Signature.of(secrets, id.toString(), now.getEpochSecond(), body));
        post.setEntity(new StringEntity(body, CLOUD_EVENT));
        return post;
    }

    private static Kind kind(int status) {
        if (status == GONE) {
            return Kind.NEVER;
        }
        return status == TOO_MANY || status >= OWN_FAULT ? Kind.SERVER_AWAY : Kind.NOT_NOW;
    }

    /** Retry-After in seconds; as a date it is passed over, for clocks differ. */
    private static Duration rest(ClassicHttpResponse answer) {
        var header = answer.getFirstHeader("Retry-After");
        if (header == null || !header.getValue().matches("[0-9]{1,9}")) {
            return Duration.ZERO;
        }
        var asked = Duration.ofSeconds(Long.parseLong(header.getValue()));
        return asked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : asked;
    }

    /**
     * Every refusal tells of the address as a whole: it opens only when nothing at all is taken.
     */
    private Circuit circuit(UUID webhook) {
        return circuits.computeIfAbsent(
                webhook,
                id ->
                        new Circuit(
                                "webhook " + id,
                                settings.shortestPause(),
                                settings.longestPause(),
                                Set.of(Kind.values())));
    }

    @Override
    public void close() throws IOException {
        ends.shutdownNow();
        http.close();
    }
}
