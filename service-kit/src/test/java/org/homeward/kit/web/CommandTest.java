package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.homeward.kit.journal.JournalFixture;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A command from the request to the journal. */
class CommandTest {

    private static final ConfigurableApplicationContext SERVICE =
            Sample.start(
                    Filling.class,
                    "homeward.web.access-table=classpath:org/homeward/kit/web/access-purses.yaml");

    private final JournalFixture journal = SERVICE.getBean(JournalFixture.class);

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void a_command_is_timed_by_its_pattern_and_its_outcome() {
        var worker =
                Client.of(SERVICE)
                        .token(TestTokens.shared().of("worker", "hope", "worker"))
                        .with("Idempotency-Key", "\"k1\"");

        assertThat(worker.post("/api/v1/purses", "{\"coins\":1}").status()).isEqualTo(201);
        assertThat(worker.post("/api/v1/purses", "{\"coins\":2}").status()).isEqualTo(422);

        assertThat(timed("ok")).isEqualTo(1);
        assertThat(timed("key-reused")).isEqualTo(1);
    }

    private long timed(String outcome) {
        var timer =
                journal.meters
                        .get("homeward.command")
                        .tags("action", "POST /api/v1/purses", "outcome", outcome)
                        .timer();
        assertThat(timer.totalTime(TimeUnit.NANOSECONDS)).isPositive();
        return timer.count();
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @Import({WithoutBackends.class, Purses.class})
    static class Filling {

        @Bean
        JournalFixture journal() {
            return new JournalFixture(Backends.freshDatabase(), "here");
        }

        @Bean
        DerivedKeys derivedKeys() {
            return new Sample().derivedKeys();
        }
    }

    record Fill(long coins) {}

    @RestController
    static class Purses {

        private final JournalFixture journal;

        Purses(JournalFixture journal) {
            this.journal = journal;
        }

        @PostMapping("/api/v1/purses")
        ResponseEntity<Receipt> fill(@RequestBody Fill body, Call call) {
            return Answers.of(journal.fill(call));
        }
    }
}
