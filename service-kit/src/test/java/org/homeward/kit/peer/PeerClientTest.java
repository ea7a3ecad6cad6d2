package org.homeward.kit.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerClientTest {

    private final Path folder;
    private final Neighbour neighbour = new Neighbour();
    private PeerClient client;

    PeerClientTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.client = client(neighbour, folder, Duration.ofMinutes(1));
    }

    @AfterEach
    void ends() {
        neighbour.close();
    }

    @Test
    void asks_with_its_own_token_and_says_what_for() {
        var answer = client.get("SENDING", Answer.class, "/things/{id}", "7 8");

        assertThat(answer).isEqualTo(new Answer("secret-word"));
        assertThat(neighbour.questions).containsExactly("GET /things/7%208 Bearer token-1 SENDING");
    }

    @Test
    void sends_a_body() {
        client.post("TESTING", Map.of("text", "ҳ"), Answer.class, "/tests");

        assertThat(neighbour.questions)
                .containsExactly("POST /tests Bearer token-1 TESTING {\"text\":\"ҳ\"}");
    }

    @Test
    void one_token_does_for_many_questions() {
        client.get("SENDING", Answer.class, "/things");
        client.get("SENDING", Answer.class, "/things");

        assertThat(neighbour.tokens).hasValue(1);
    }

    @Test
    void a_token_that_is_refused_is_replaced_at_once() {
        client.get("SENDING", Answer.class, "/things");
        neighbour.refusedTokens.set(1);

        client.get("SENDING", Answer.class, "/things");

        assertThat(neighbour.questions.getLast()).contains("token-2");
    }

    @Test
    void a_service_that_takes_no_token_is_as_good_as_away() {
        neighbour.refusedTokens.set(2);

        assertAway();
        assertThat(neighbour.questions).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 409, 410, 422})
    void a_no_is_told_by_its_status(int status) {
        neighbour.status = status;

        assertThatExceptionOfType(PeerRefused.class)
                .isThrownBy(() -> client.get("SENDING", Answer.class, "/things"))
                .returns(status, PeerRefused::status)
                .withMessage("neighbour answered " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 403, 408, 429, 500, 503})
    void what_is_no_answer_is_away(int status) {
        neighbour.status = status;

        assertAway();
        assertThat(neighbour.questions).hasSize(1);
    }

    @Test
    void an_answer_that_never_ends_is_given_up() {
        neighbour.hangs = true;
        long start = System.nanoTime();

        assertAway();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void nobody_there_is_away() {
        neighbour.close();

        assertAway();
    }

    @Test
    void after_failures_in_a_row_it_is_left_alone() {
        neighbour.status = 500;
        for (int i = 0; i < 5; i++) {
            assertAway();
        }
        neighbour.status = 200;

        assertThatThrownBy(() -> client.get("SENDING", Answer.class, "/things"))
                .isInstanceOf(PeerAway.class)
                .hasMessageContaining("left alone");
        assertThat(neighbour.questions).hasSize(5);
    }

    @Test
    void it_is_asked_again_after_the_pause() throws IOException {
        client = client(neighbour, folder, Duration.ofMillis(1));
        neighbour.status = 500;
        for (int i = 0; i < 5; i++) {
            assertAway();
        }
        neighbour.status = 200;

        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(2))
                .ignoreException(PeerAway.class)
                .untilAsserted(
                        () ->
                                assertThat(client.get("SENDING", Answer.class, "/things"))
                                        .isEqualTo(new Answer("secret-word")));
    }

    @Test
    void that_it_says_no_does_not_open_the_circuit() {
        neighbour.status = 409;
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> client.get("SENDING", Answer.class, "/things"))
                    .isInstanceOf(PeerRefused.class);
        }
    }

    @Test
    void without_its_secret_it_does_not_start() {
        var settings = settings(neighbour, folder.resolve("none"), Duration.ofMinutes(1));

        assertThatThrownBy(() -> new Peers(settings, ObservationRegistry.NOOP))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no client secret in");
    }

    private void assertAway() {
        assertThatThrownBy(() -> client.get("SENDING", Answer.class, "/things"))
                .isInstanceOf(PeerAway.class)
                .hasNoCause()
                .message()
                .doesNotContain("secret", "token-");
    }

    private static PeerClient client(Neighbour neighbour, Path folder, Duration pause)
            throws IOException {
        var secret = Files.writeString(folder.resolve("secret"), "only-for-this-test\n");
        return new Peers(settings(neighbour, secret, pause), ObservationRegistry.NOOP)
                .at("neighbour", neighbour.address());
    }

    private static PeerSettings settings(Neighbour neighbour, Path secret, Duration pause) {
        return new PeerSettings(
                "test-service",
                secret,
                neighbour.address().resolve("/oauth2/token"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                pause);
    }

    private record Answer(String word) {}
}
