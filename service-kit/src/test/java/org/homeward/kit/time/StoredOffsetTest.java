package org.homeward.kit.time;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.MongoForTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class StoredOffsetTest {

    private final MongoClient client = MongoForTest.client(Backends.shared().mongoUri("any"));
    private final MongoTemplate template = new MongoTemplate(client, Backends.freshDatabase());
    private final AtomicLong nanos = new AtomicLong();
    private final StoredOffset here = new StoredOffset(template, nanos::get);
    private final StoredOffset there = new StoredOffset(template, nanos::get);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void all_instances_agree_within_a_second() {
        assertThat(there.current()).isEqualTo(Duration.ZERO);

        here.moveTo(Duration.ofDays(14));

        assertThat(here.current()).isEqualTo(Duration.ofDays(14));
        assertThat(there.current()).isEqualTo(Duration.ZERO);
        nanos.addAndGet(1_000_000_000);
        assertThat(there.current()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void it_never_goes_back() {
        here.moveTo(Duration.ofDays(14));

        assertThat(there.moveTo(Duration.ofDays(3))).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void days_are_those_of_dushanbe() {
        var evening = Clock.fixed(Instant.parse("2026-03-12T20:00:00Z"), ZoneOffset.UTC);

        assertThat(new ProgrammeClock(evening, () -> Duration.ZERO).today())
                .isEqualTo(LocalDate.of(2026, 3, 13));
        assertThat(new ProgrammeClock(evening, () -> Duration.ofDays(14)).today())
                .isEqualTo(LocalDate.of(2026, 3, 27));
    }
}
