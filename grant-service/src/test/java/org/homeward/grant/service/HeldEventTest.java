package org.homeward.grant.service;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.homeward.contracts.Partitions;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.MongoForTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators see of the relay, and how an event that could not be sent goes on. */
class HeldEventTest {

    private static final String RELAY = "/ops/v1/relay";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final MongoClient MONGO = MongoForTest.client(RunningService.mongoUri());
    private static final Staff OPERATOR = Staff.in("administrator");

    private final MongoCollection<Document> journal =
            MONGO.getDatabase(RunningService.database()).getCollection("journal");
    private UUID fund = new UUID(0, 0);

    @AfterAll
    static void close() {
        MONGO.close();
    }

    @BeforeEach
    void a_fund_whose_event_is_told() {
        fund = Cases.fund("5000.00");
        await().atMost(SOON).until(() -> journal.countDocuments(settled()) == 1);
    }

    @Test
    void every_shard_has_an_owner_and_nothing_waits_for_long() {
        await().atMost(SOON).until(() -> OPERATOR.get(RELAY).json().path("pending").asInt() == 0);
        var standing = OPERATOR.get(RELAY).json();

        assertThat(standing.path("oldestSeconds").asLong()).isZero();
        assertThat(standing.path("owners").propertyNames())
                .hasSize(24)
                .contains("homeward.grant.v1/0", "homeward.grant-erasure.v1/11");
        await().atMost(SOON)
                .until(
                        () ->
                                OPERATOR.get(RELAY)
                                                .json()
                                                .path("owners")
                                                .valueStream()
                                                .map(JsonNode::asString)
                                                .filter(owner -> !owner.isEmpty())
                                                .distinct()
                                                .count()
                                        == 2);
    }

    @Test
    void an_event_that_cannot_be_sent_is_shown_and_goes_on_when_it_is_released() {
        journal.updateOne(
                entry(),
                Updates.combine(
                        Updates.unset("settled"),
                        Updates.set("events.0.sequence", 2L),
                        Updates.set("outbox", outbox())));
        await().atMost(SOON).until(() -> held() != null);

        var held = Objects.requireNonNull(held());
        assertThat(held.path("type").asString()).isEqualTo("fund");
        assertThat(held.path("reason").asString()).isEqualTo("forged");
        assertThat(held.path("entries").asInt()).isEqualTo(1);
        assertThat(OPERATOR.get(RELAY).json().path("held").asInt()).isPositive();

        journal.updateOne(entry(), Updates.set("events.0.sequence", 1L));
        assertThat(release().json().path("released").asBoolean()).isTrue();
        await().atMost(SOON).until(() -> journal.countDocuments(settled()) == 1);
        assertThat(held()).isNull();
        assertThat(GrantTopic.of(fund, 1)).hasSize(1);
        assertThat(release().json().path("released").asBoolean()).isFalse();
    }

    @Test
    void who_released_something_is_on_record() {
        release();

        var access = MONGO.getDatabase(RunningService.database()).getCollection("access");
        assertThat(access.find(eq("records", fund)).first())
                .containsEntry("subject", "administrator-1")
                .containsEntry("type", "held");
    }

    private Answer release() {
        return OPERATOR.post(RELAY + "/held/" + fund + "/release", null);
    }

    private @Nullable JsonNode held() {
        return OPERATOR.get(RELAY + "/held")
                .json()
                .valueStream()
                .filter(row -> fund.toString().equals(row.path("aggregate").asString()))
                .findAny()
                .orElse(null);
    }

    private Document outbox() {
        int partition = Partitions.partitionOf(fund);
        return new Document("shard", "homeward.grant.v1/" + partition)
                .append("order", 1L)
                .append("stamp", UUID.randomUUID())
                .append("by", "test");
    }

    private Bson entry() {
        return eq("_id.a", fund);
    }

    private Bson settled() {
        return Filters.and(entry(), exists("settled"));
    }
}
