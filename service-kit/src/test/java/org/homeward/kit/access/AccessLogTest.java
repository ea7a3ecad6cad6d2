package org.homeward.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.kit.audit.Signing;
import org.homeward.kit.observe.AlarmsForTest;
import org.homeward.kit.security.Actor;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.web.Unavailable;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class AccessLogTest {

    private static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");
    private static final Actor READER =
            new Actor("i", "aziza", "hope", Set.of("worker"), Set.of("*"), Set.of(), null);

    private final AlarmsForTest alarms = new AlarmsForTest();

    @Test
    void a_read_of_many_is_one_entry_with_who_why_and_what() {
        try (var client = MongoForTest.client(Backends.shared().mongoUri("any"))) {
            var template = new MongoTemplate(client, Backends.freshDatabase());
            var ids = List.of(UUID.randomUUID(), UUID.randomUUID());
            var log = log(template);
            log.prepare();

            log.record(READER, new Purpose("care"), "beneficiary", ids);

            var entries = template.getDb().getCollection(AccessLog.COLLECTION).find();
            assertThat(entries).hasSize(1);
            assertThat(entries.first())
                    .containsEntry("at", Date.from(NOW))
                    .containsEntry("subject", "aziza")
                    .containsEntry("actor", READER.pseudonym())
                    .containsEntry("organisation", "hope")
                    .containsEntry("roles", List.of("worker"))
                    .containsEntry("purpose", "care")
                    .containsEntry("type", "beneficiary")
                    .containsEntry("records", ids);
        }
    }

    @Test
    void a_read_that_shows_nobody_is_no_entry() {
        try (var client = MongoForTest.client(Backends.shared().mongoUri("any"))) {
            var template = new MongoTemplate(client, Backends.freshDatabase());

            log(template).record(READER, "care", "beneficiary", List.of());

            assertThat(template.getDb().getCollection(AccessLog.COLLECTION).countDocuments())
                    .isZero();
        }
    }

    @Test
    void a_read_that_can_not_be_recorded_is_refused_and_alarms() {
        try (MongoClient nowhere = MongoForTest.client(MongoForTest.NOWHERE)) {
            var log = log(new MongoTemplate(nowhere, "none"));

            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> log.record(READER, "care", "x", List.of(UUID.randomUUID())));
        }
        assertThat(alarms.raised("access-log")).isEqualTo(1);
    }

    private AccessLog log(MongoTemplate template) {
        return new AccessLog(
                template,
                new Signing(new byte[32]),
                Clock.fixed(NOW, ZoneOffset.UTC),
                alarms.alarms());
    }
}
