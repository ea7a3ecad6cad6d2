package org.homeward.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.homeward.notification.channel.NotTaken;
import org.homeward.notification.channel.NotTaken.Kind;
import org.homeward.notification.service.Receiver;
import org.homeward.notification.webhook.Webhook.Active;
import org.homeward.notification.webhook.Webhook.Unconfirmed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PosterTest {

    private static final UUID ID = UUID.fromString("6f0c1c8e-0d5b-8f0e-9a39-0f6f4d5a7f10");
    private static final String BODY = "{\"type\":\"homeward.story.published.v1\",\"а\":\"ҷ\"}";
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final Duration WHOLE = Duration.ofSeconds(1);

    private final Receiver receiver = new Receiver();
    private final AtomicInteger lookups = new AtomicInteger();
    private final Poster poster =
            poster(
                    new Destinations(
                            _ -> {
                                lookups.incrementAndGet();
                                return new InetAddress[] {LOOPBACK};
                            },
                            Set.of("hooks.example")),
                    Duration.ofMillis(1));

    @AfterEach
    void ends() throws IOException {
        poster.close();
        receiver.close();
    }

    @Test
    void a_post_is_signed_as_the_specification_says_over_the_very_bytes() {
        var secret = Signature.newSecret();

        poster.post(webhook("hooks.example", secret), ID, BODY);

        var post = receiver.posts().getFirst();
        assertThat(post.method()).isEqualTo("POST");
        assertThat(post.path()).isEqualTo("/hooks?token=1");
        assertThat(post.host()).isEqualTo("hooks.example:" + receiver.port());
        assertThat(post.contentType()).startsWith("application/cloudevents+json");
        assertThat(post.id()).isEqualTo(ID.toString());
        assertThat(post.body()).isEqualTo(BODY);
        assertThat(post.isSignedBy(secret)).isTrue();
        assertThat(post.isSignedBy(Signature.newSecret())).isFalse();
    }

    /** An example of the specification's reference libraries. */
    @Test
    void a_signature_is_that_of_the_reference_libraries() {
        var signed =
                Signature.of(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}");

        assertThat(signed).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void an_attempt_has_a_time_of_its_own() {
        var webhook = webhook("hooks.example", Signature.newSecret());
        var early = Instant.now().minusSeconds(60);
        var before =
                poster(destinations(), Duration.ofMillis(1), Clock.fixed(early, ZoneOffset.UTC));

        before.post(webhook, ID, BODY);
        poster.post(webhook, ID, BODY);

        assertThat(receiver.posts()).extracting(Receiver.Post::id).containsOnly(ID.toString());
        assertThat(receiver.posts().getFirst().timestamp())
                .isEqualTo(Long.toString(early.getEpochSecond()));
        assertThat(receiver.posts().getLast().timestamp())
                .isNotEqualTo(Long.toString(early.getEpochSecond()));
    }

    @Test
    void while_secrets_overlap_both_sign() {
        var first = Signature.newSecret();
        var second = Signature.newSecret();
        var rotated =
                (Active) webhook("hooks.example", first).rotate(second, Instant.now()).state();

        poster.post(rotated, ID, BODY);

        var post = receiver.posts().getFirst();
        assertThat(post.isSignedBy(first)).isTrue();
        assertThat(post.isSignedBy(second)).isTrue();
    }

    @Test
    void a_secret_that_was_revoked_signs_no_more() {
        var first = Signature.newSecret();
        var second = Signature.newSecret();
        var revoked = (Active) webhook("hooks.example", first).revoke(second).state();

        poster.post(revoked, ID, BODY);

        var post = receiver.posts().getFirst();
        assertThat(post.isSignedBy(second)).isTrue();
        assertThat(post.isSignedBy(first)).isFalse();
    }

    @Test
    void who_lets_a_name_be_looked_for_without_an_end_is_given_up_soon() throws IOException {
        var over = new CountDownLatch(1);
        var lookups =
                new Lookups(
                        _ -> {
                            waitFor(over);
                            return new InetAddress[] {LOOPBACK};
                        },
                        Duration.ofMillis(100));
        try (var posting =
                poster(new Destinations(lookups, Set.of("hooks.example")), Duration.ofMillis(1))) {
            assertNotTaken(
                    Kind.SERVER_AWAY, posting, webhook("hooks.example", Signature.newSecret()));
        }
        assertThat(receiver.posts()).isEmpty();
        over.countDown();
    }

    @Test
    void a_name_is_looked_up_once_for_each_attempt_and_connections_are_not_kept() {
        var webhook = webhook("hooks.example", Signature.newSecret());

        poster.post(webhook, ID, BODY);
        assertThat(lookups).hasValue(1);
        poster.post(webhook, ID, BODY);
        assertThat(lookups).hasValue(2);
    }

    /** DNS rebinding: what was public when it was registered leads inside when it is posted to. */
    @Test
    void a_name_that_leads_inside_the_next_time_is_not_connected_to() throws IOException {
        Deque<InetAddress> answers = new ArrayDeque<>();
        answers.add(InetAddress.ofLiteral("8.8.8.8"));
        answers.add(LOOPBACK);
        var rebinding = new Destinations(_ -> new InetAddress[] {answers.removeFirst()}, Set.of());
        var url = "https://rebind.example:" + receiver.port() + "/hooks";
        assertThat(rebinding.objection(url)).isEmpty();

        try (var trusting = poster(rebinding, Duration.ofMillis(1))) {
            assertNotTaken(Kind.SERVER_AWAY, trusting, webhook(url));
        }
        assertThat(answers).isEmpty();
        assertThat(receiver.posts()).isEmpty();
    }

    @Test
    void who_speaks_no_tls_where_https_is_meant_is_not_posted_to() {
        var url = "https://hooks.example:" + receiver.port() + "/hooks";

        assertNotTaken(Kind.SERVER_AWAY, poster, webhook(url));
        assertThat(receiver.posts()).isEmpty();
    }

    @Test
    void whose_certificate_nobody_vouches_for_is_not_posted_to(@TempDir Path folder)
            throws Exception {
        var taken = new AtomicInteger();
        var server = HttpsServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(ofItself(folder.resolve("own.p12"))));
        server.createContext("/", _ -> taken.incrementAndGet());
        server.start();

        var url = "https://hooks.example:" + server.getAddress().getPort() + "/hooks";
        assertNotTaken(Kind.SERVER_AWAY, poster, webhook(url));

        server.stop(0);
        assertThat(taken).hasValue(0);
    }

    /** A certificate for the right name that its owner has signed. */
    private static SSLContext ofItself(Path file) throws Exception {
        var keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "own",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=hooks.example",
                                "-ext",
                                "SAN=dns:hooks.example",
                                "-storepass",
                                "only-for-this-run",
                                "-keystore",
                                file.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        char[] word = "only-for-this-run".toCharArray();
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(file.toFile(), word), word);
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    @ParameterizedTest
    @CsvSource({
        "301, NOT_NOW", "307, NOT_NOW", "308, NOT_NOW", "400, NOT_NOW", "401, NOT_NOW",
        "404, NOT_NOW", "410, NEVER", "429, SERVER_AWAY", "500, SERVER_AWAY", "503, SERVER_AWAY"
    })
    void only_2xx_is_taken_and_no_redirect_is_followed(int status, Kind kind) {
        receiver.answers(
                call -> {
                    try (call) {
                        call.getResponseHeaders()
                                .add("Location", "http://hooks.example:" + receiver.port() + "/x");
                        call.sendResponseHeaders(status, -1);
                    }
                });

        assertNotTaken(kind, poster, webhook("hooks.example", Signature.newSecret()));
        assertThat(receiver.posts()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"120, PT2M", "999999, PT1H", "-5, PT0S", "'Wed, 21 Oct 2026 07:28:00 GMT', PT0S"})
    void who_asks_for_a_rest_is_heard_within_bounds(String header, Duration rest) {
        receiver.answers(
                call -> {
                    try (call) {
                        call.getResponseHeaders().add("Retry-After", header);
                        call.sendResponseHeaders(429, -1);
                    }
                });

        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> post(webhook("hooks.example", Signature.newSecret())))
                .returns(rest, NotTaken::rest);
    }

    @Test
    void who_does_not_answer_is_given_up_soon() {
        var over = new CountDownLatch(1);
        receiver.answers(call -> waitFor(over));

        assertGivenUpSoon(webhook("hooks.example", Signature.newSecret()));
        assertThat(receiver.posts()).hasSize(1);
        over.countDown();
    }

    @Test
    void who_answers_a_line_at_a_time_is_given_up_as_soon() throws IOException {
        var over = new CountDownLatch(1);
        try (var server = new ServerSocket(0, 1, LOOPBACK)) {
            Thread.ofPlatform().daemon().start(() -> drip(server, over));

            assertGivenUpSoon(webhook("http://hooks.example:" + server.getLocalPort() + "/"));
            over.countDown();
        }
    }

    @Test
    void a_head_that_is_too_long_is_no_answer() {
        receiver.answers(
                call -> {
                    try (call) {
                        call.getResponseHeaders().add("X-Long", "a".repeat(100_000));
                        call.sendResponseHeaders(204, -1);
                    }
                });

        assertNotTaken(Kind.SERVER_AWAY, poster, webhook("hooks.example", Signature.newSecret()));
    }

    @Test
    void of_an_answer_without_an_end_nothing_is_read_but_its_head() {
        var broken = new CountDownLatch(1);
        receiver.answers(call -> talkForEver(call, broken));

        post(webhook("hooks.example", Signature.newSecret()));

        await().atMost(Duration.ofSeconds(10)).until(() -> broken.getCount() == 0);
    }

    @Test
    void who_takes_nothing_is_left_alone_and_nobody_else_with_them() throws IOException {
        try (var well = new Receiver();
                var patient = poster(destinations(), Duration.ofMinutes(1))) {
            receiver.answers(500);
            var dead = webhook("hooks.example", Signature.newSecret());
            for (int i = 0; i < 5; i++) {
                assertNotTaken(Kind.SERVER_AWAY, patient, dead);
            }
            var other =
                    webhook(
                            UUID.randomUUID(),
                            "http://hooks.example:" + well.port() + "/",
                            Signature.newSecret());
            patient.post(other, ID, BODY);

            assertThat(receiver.posts()).hasSize(2);
            assertThat(patient.room(dead.id(), 100)).isZero();
            assertThat(patient.room(other.id(), 100)).isEqualTo(100);
            assertThat(well.posts()).hasSize(1);
        }
    }

    private void assertGivenUpSoon(Active webhook) {
        long start = System.nanoTime();
        assertNotTaken(Kind.SERVER_AWAY, poster, webhook);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(WHOLE.multipliedBy(5));
    }

    /** Each line comes well within the time that a read may last. */
    private static void drip(ServerSocket server, CountDownLatch over) {
        try (var caller = server.accept()) {
            var out = caller.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
            while (!over.await(100, TimeUnit.MILLISECONDS)) {
                out.write("X: more\r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }
        } catch (IOException hungUp) {
            // as it should
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitFor(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void talkForEver(HttpExchange call, CountDownLatch broken) throws IOException {
        call.sendResponseHeaders(200, 0);
        byte[] more = "more ".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        try (var body = call.getResponseBody()) {
            while (true) {
                body.write(more);
            }
        } catch (IOException hungUp) {
            broken.countDown();
        }
    }

    private static void assertNotTaken(Kind kind, Poster poster, Active webhook) {
        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> poster.post(webhook, ID, BODY))
                .returns(kind, NotTaken::kind)
                .withNoCause()
                .withMessageNotContainingAny("hooks.example", "rebind.example", "whsec");
    }

    private void post(Active webhook) {
        poster.post(webhook, ID, BODY);
    }

    private Active webhook(String host, String secret) {
        return webhook(
                UUID.randomUUID(),
                "http://" + host + ":" + receiver.port() + "/hooks?token=1",
                secret);
    }

    private static Active webhook(String url) {
        return webhook(UUID.randomUUID(), url, Signature.newSecret());
    }

    private static Active webhook(UUID id, String url, String secret) {
        var registered =
                (Unconfirmed)
                        Webhook.register(
                                        id,
                                        url,
                                        Set.of("homeward.story.published.v1"),
                                        secret,
                                        "akbar")
                                .state();
        return (Active) registered.confirm("zarina", Instant.now()).state();
    }

    private static Destinations destinations() {
        return new Destinations(_ -> new InetAddress[] {LOOPBACK}, Set.of("hooks.example"));
    }

    private static Poster poster(Destinations destinations, Duration pause) {
        return poster(destinations, pause, Clock.systemUTC());
    }

    private static Poster poster(Destinations destinations, Duration pause, Clock clock) {
        return new Poster(
                destinations,
                clock,
                new WebhookSettings(Set.of(), pause, pause.multipliedBy(2)),
                WHOLE);
    }
}
