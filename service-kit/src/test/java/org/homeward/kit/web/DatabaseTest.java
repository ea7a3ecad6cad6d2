package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import org.homeward.kit.test.TestTokens;
import org.homeward.kit.time.ProgrammeClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What of the kit needs a database: readiness and the programme's clock. */
class DatabaseTest {

    private static final String CLOCK = "/local/v1/programme-clock";
    private static final ConfigurableApplicationContext SERVICE =
            Sample.start(SampleWithMongo.class, "spring.profiles.active=test");

    private final Client manager =
            Client.of(SERVICE).token(TestTokens.shared().of("m", "mission", "manager"));

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void a_service_is_ready_while_the_primary_answers() {
        var ready = Client.ofManagement(SERVICE).get("/actuator/health/readiness");

        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.json().path("components").propertyNames())
                .containsExactlyInAnyOrder("primary", "readinessState");
        assertThat(
                        Client.ofManagement(SERVICE)
                                .get("/actuator/health/liveness")
                                .json()
                                .path("components")
                                .propertyNames())
                .containsExactly("livenessState");
    }

    @Test
    void the_programmes_clock_goes_forward_only() {
        assertThat(move("P14D").status()).isEqualTo(200);
        assertThat(move("P14D").status()).isEqualTo(200);

        var back = move("P13D");
        assertThat(back.status()).isEqualTo(409);
        assertThat(back.slug()).isEqualTo("clock-backwards");

        var now = manager.get(CLOCK).json();
        assertThat(Duration.parse(now.path("offset").asString())).isEqualTo(Duration.ofDays(14));
        assertThat(LocalDate.parse(now.path("today").asString()))
                .isAfter(ZonedDateTime.now(ProgrammeClock.ZONE).toLocalDate().plusDays(13));
    }

    @Test
    void what_is_no_offset_is_refused() {
        for (String offset : new String[] {"-PT1S", "yesterday", "P40000D"}) {
            var answer = move(offset);

            assertThat(answer.status()).as(offset).isEqualTo(400);
            assertThat(answer.json().path("violations").path(0).path("pointer").asString())
                    .isEqualTo("/offset");
        }
    }

    @Test
    void only_those_of_the_table_move_it() {
        var worker = Client.of(SERVICE).token(TestTokens.shared().of("w", "hope", "worker"));

        assertThat(worker.get(CLOCK).status()).isEqualTo(403);
    }

    @Test
    void where_people_are_really_served_the_clock_can_not_be_moved() {
        var served =
                RunningSample.client().token(TestTokens.shared().of("m", "mission", "manager"));

        assertThat(served.get(CLOCK).status()).isEqualTo(404);
    }

    private Client.Answer move(String offset) {
        return manager.with("Content-Type", "application/json")
                .send(
                        "PUT",
                        CLOCK,
                        BodyPublishers.ofString("{\"offset\":\"%s\"}".formatted(offset)));
    }
}
