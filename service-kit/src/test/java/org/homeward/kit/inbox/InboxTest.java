package org.homeward.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.Partitions;
import org.homeward.kit.inbox.Position.Why;
import org.homeward.kit.journal.JournalFormat;
import org.homeward.kit.web.Unavailable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Polls given to the inbox by hand, against a real MongoDB. */
class InboxTest {

    private static final String NEWER = "homeward.notification.renamed.v2";

    private static InboxFixture fixture;

    private final UUID id = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    @BeforeAll
    static void start() {
        fixture = InboxFixture.startByHand();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @AfterEach
    void heal() {
        fixture.script.heal();
        fixture.parking.replayAll();
        fixture.forgetParked();
    }

    @Test
    void a_poll_is_handled_in_order_and_moves_the_positions() {
        fixture.poll(event(id, 1), event(other, 1), event(id, 2), event(id, 3));

        assertThat(fixture.effects(id)).containsExactly(1L, 2L, 3L);
        assertThat(fixture.effects(other)).containsExactly(1L);
        assertThat(fixture.position(event(id, 3)).sequence()).isEqualTo(3);
    }

    @Test
    void what_comes_again_has_no_effect() {
        fixture.poll(event(id, 1), event(id, 1), event(id, 2));

        fixture.poll(event(id, 1), event(id, 2), event(id, 3));
        fixture.poll(event(id, 2), event(id, 3));

        assertThat(fixture.effects(id)).containsExactly(1L, 2L, 3L);
        assertThat(fixture.parked()).isEmpty();
    }

    @Test
    void events_without_a_handler_move_the_position() {
        fixture.poll(event(id, 1).unwanted(), event(id, 2));

        assertThat(fixture.effects(id)).containsExactly(2L);
    }

    @Test
    void an_unknown_type_on_a_watched_topic_waits_until_a_version_knows_it() {
        fixture.poll(event(id, 1));
        tell(event(id, 1).partition(), -1);
        assertThat(isCurrent()).isTrue();

        fixture.poll(event(id, 2).typed(NEWER), event(id, 3), event(other, 1));

        assertThat(fixture.effects(id)).containsExactly(1L);
        assertThat(fixture.effects(other)).containsExactly(1L);
        assertThat(parked(2).reason()).isEqualTo("unknown type");
        assertThat(fixture.position(event(id, 1)).isBlocked(Why.FAILED)).isTrue();
        assertThat(isCurrent()).isFalse();
        assertThat(fixture.parking.replay(event(id, 1).source())).isFalse();

        upgradeTo(event(id, 2));
        assertThat(fixture.parking.replay(event(id, 1).source())).isTrue();
        assertThat(fixture.effects(id)).containsExactly(1L, 2L, 3L);
        assertThat(isCurrent()).isTrue();
    }

    @Test
    void a_topic_is_current_while_all_its_partitions_are_and_nothing_of_it_is_parked() {
        tellEverywhere(-1);
        assertThat(fixture.freshness.isCurrent(Sample.TOPIC)).isTrue();
        assertThat(fixture.freshness.isCurrent("homeward.story.v1")).isFalse();

        tell(event(id, 1).partition(), 0);
        assertThat(fixture.freshness.isCurrent(Sample.TOPIC)).isFalse();
        fixture.poll(event(id, 1));
        assertThat(fixture.freshness.isCurrent(Sample.TOPIC)).isTrue();

        fixture.poll(event(other, 2));
        tellEverywhere(-1);
        assertThat(isCurrent()).isTrue();
        assertThat(fixture.freshness.isCurrent(Sample.TOPIC)).isFalse();
        fixture.poll(event(other, 1));
        await().atMost(Duration.ofSeconds(10)).until(() -> fixture.parked().isEmpty());
        assertThat(fixture.freshness.isCurrent(Sample.TOPIC)).isTrue();

        fixture.inbox.handle(List.of(event(other, 3).at("homeward.story.v1", 0, 0)));
        assertThat(fixture.freshness.isCurrent(Sample.TOPIC)).isTrue();
        int elsewhere = (event(other, 3).partition() + 1) % Partitions.COUNT;
        fixture.inbox.handle(List.of(event(other, 3).at(Sample.TOPIC, elsewhere, 0)));
        assertThat(fixture.freshness.isCurrent(Sample.TOPIC)).isFalse();
        var discard = new Discard(Discard.Reason.UNREADABLE, "operator");
        fixture.parked().forEach(parked -> fixture.parking.discard(parked.id(), discard));
        assertThat(fixture.freshness.isCurrent(Sample.TOPIC)).isTrue();
    }

    private static void tellEverywhere(long offset) {
        IntStream.range(0, Partitions.COUNT).forEach(partition -> tell(partition, offset));
    }

    private static void tell(int partition, long offset) {
        fixture.service
                .getBean(Watermarks.class)
                .hear(new Watermark(Sample.TOPIC, partition, offset, 0), Long.MAX_VALUE);
    }

    private boolean isCurrent() {
        return fixture.freshness.isCurrent(Sample.TOPIC, Sample.KIND, id);
    }

    /** As if the type that was not known had this version's name. */
    private static void upgradeTo(Sample known) {
        fixture.mongo
                .getDb()
                .getCollection(ParkingPlace.COLLECTION)
                .updateMany(Filters.eq("type", NEWER), Updates.set("type", known.type()));
    }

    @Test
    void an_unknown_type_on_a_topic_that_is_not_watched_is_counted_and_passed_over() {
        try (var unwatched = InboxFixture.startByHand("--homeward.inbox.watched=")) {
            unwatched.poll(event(id, 1), event(id, 2).typed(NEWER), event(id, 3));

            assertThat(unwatched.effects(id)).containsExactly(1L, 3L);
            assertThat(unwatched.count("homeward.inbox.unknown")).isEqualTo(1);
            assertThat(unwatched.service.getBean(WatermarkReader.class).isReading()).isFalse();
            assertThat(fixture.service.getBean(WatermarkReader.class).isReading()).isTrue();
        }
    }

    @Test
    void what_lies_where_it_can_not_be_is_no_event() {
        int elsewhere = (event(id, 1).partition() + 1) % Partitions.COUNT;

        fixture.inbox.handle(
                List.of(
                        event(id, 1).at(Sample.TOPIC, elsewhere, 0),
                        event(id, 1).at("homeward.story.v1", event(id, 1).partition(), 0)));

        assertThat(fixture.effects(id)).isEmpty();
        assertThat(fixture.parked())
                .extracting(ParkedMessage::source, ParkedMessage::reason)
                .containsExactlyInAnyOrder(
                        tuple(null, "partition is not the aggregate's"),
                        tuple(null, "type is of another topic"));
    }

    @Test
    void what_a_handler_changes_is_in_the_audit_as_of_its_event() {
        var event = event(id, 1);

        fixture.poll(event, event(other, 1));

        var facts =
                fixture.mongo
                        .getDb()
                        .getCollection(JournalFormat.JOURNAL)
                        .find(Filters.eq("_id.a", Script.counterOf(id)))
                        .map(entry -> entry.get("fact", Document.class))
                        .into(new ArrayList<>());
        assertThat(facts)
                .singleElement()
                .satisfies(
                        fact ->
                                assertThat(fact)
                                        .containsEntry("action", event.type())
                                        .containsEntry(
                                                "command",
                                                EventEnvelope.idOf(event.source(), 1, 1)));
    }

    @Test
    void a_poll_that_takes_too_long_again_and_again_is_handled_in_parts() {
        fixture.script.before(
                event(id, 1),
                () -> {
                    throw new MongoException(290, "too long");
                });
        Sample[] poll = {event(other, 1), event(id, 1)};

        for (int i = 0; i < TooLong.OFTEN; i++) {
            assertThatThrownBy(() -> fixture.poll(poll)).isInstanceOf(MongoException.class);
            assertThat(fixture.effects(other)).isEmpty();
        }
        assertThatThrownBy(() -> fixture.poll(poll)).isInstanceOf(MongoException.class);

        assertThat(fixture.effects(other)).containsExactly(1L);
        assertThat(fixture.parked()).isEmpty();
        fixture.script.heal();
        fixture.poll(poll);
        assertThat(fixture.effects(id)).containsExactly(1L);
        assertThat(fixture.effects(other)).containsExactly(1L);
    }

    @Test
    void of_who_was_erased_nothing_is_known_in_whatever_order_it_is_told() {
        List<Consumer<Projection>> told =
                List.of(
                        known -> known.upsert(id, Updates.set("place", "here")),
                        known -> known.erase(id),
                        known -> known.upsert(id, Updates.addToSet("ties", other)),
                        known -> known.upsert(id, Updates.unset("place")));
        var rows = fixture.mongo.getDb().getCollection("known");
        for (int turn = 0; turn < told.size(); turn++) {
            var turned = new ArrayList<>(told);
            Collections.rotate(turned, turn);
            var writes = new ArrayList<WriteModel<Document>>();
            var known = new Projection(writes::add);
            turned.forEach(one -> one.accept(known));
            known.upsert(other, Updates.set("place", "there"));
            rows.deleteMany(new Document());

            rows.bulkWrite(writes);

            assertThat(rows.find())
                    .containsExactlyInAnyOrder(
                            new Document("_id", id).append("erased", true),
                            new Document("_id", other).append("place", "there"));
        }
    }

    @Test
    void how_much_waits_is_not_known_while_nothing_is_read() {
        assertThat(fixture.gauge("homeward.inbox.lag")).isNaN();
    }

    @Test
    void how_many_are_parked_is_told() {
        fixture.poll(event(id, 2));
        int parked = fixture.parked().size();

        assertThat(parked).isPositive();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> fixture.gauge("homeward.inbox.parked") == parked);
    }

    @Test
    void another_event_in_the_place_of_the_last_is_an_alarm_and_has_no_effect() {
        fixture.poll(event(id, 1));
        double alarms = fixture.alarms(Alarm.CONTRADICTION);

        fixture.poll(event(id, 1).unwanted());

        assertThat(fixture.alarms(Alarm.CONTRADICTION)).isEqualTo(alarms + 1);
        assertThat(fixture.effects(id)).containsExactly(1L);
        assertThat(fixture.position(event(id, 1)).sequence()).isEqualTo(1);
    }

    @Test
    void a_gap_is_parked_and_repaired_by_what_was_missing() {
        double alarms = fixture.alarms(Alarm.GAP);
        fixture.poll(event(id, 1), event(id, 4), event(id, 5), event(other, 1));

        assertThat(fixture.effects(id)).containsExactly(1L);
        assertThat(fixture.effects(other)).containsExactly(1L);
        assertThat(fixture.position(event(id, 1)).isBlocked(Why.GAP)).isTrue();
        assertThat(fixture.parked())
                .extracting(ParkedMessage::sequence)
                .containsExactlyInAnyOrder(4L, 5L);
        assertThat(fixture.alarms(Alarm.GAP)).isEqualTo(alarms + 1);

        fixture.poll(event(id, 2), event(id, 3), event(id, 6));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () ->
                                assertThat(fixture.effects(id))
                                        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L));
        await().atMost(Duration.ofSeconds(10)).until(() -> fixture.parked().isEmpty());
        assertThat(fixture.position(event(id, 1)).isBlocked()).isFalse();
    }

    @Test
    void of_two_gaps_the_first_is_repaired_and_the_second_stays() {
        fixture.poll(event(id, 2), event(id, 4));

        fixture.poll(event(id, 1));

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(fixture.effects(id)).containsExactly(1L, 2L));
        assertThat(fixture.position(event(id, 1)).isBlocked(Why.GAP)).isTrue();
        fixture.poll(event(id, 3));
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(
                        () -> assertThat(fixture.effects(id)).containsExactly(1L, 2L, 3L, 4L));
    }

    @Test
    void an_event_that_cannot_be_handled_holds_back_its_aggregate_only() {
        fixture.script.poison(event(id, 2));
        double alarms = fixture.alarms(Alarm.PARKED);

        fixture.poll(event(id, 1), event(id, 2), event(other, 1), event(id, 3), event(other, 2));
        fixture.poll(event(id, 4), event(id, 2), event(other, 3));

        assertThat(fixture.effects(id)).containsExactly(1L);
        assertThat(fixture.effects(other)).containsExactly(1L, 2L, 3L);
        assertThat(fixture.alarms(Alarm.PARKED)).isEqualTo(alarms + 1);
        assertThat(fixture.position(event(id, 1)).isBlocked(Why.FAILED)).isTrue();
        assertThat(fixture.parked())
                .extracting(ParkedMessage::sequence, ParkedMessage::reason)
                .containsExactlyInAnyOrder(
                        tuple(2L, "java.lang.IllegalStateException"),
                        tuple(3L, "behind"),
                        tuple(4L, "behind"));
        assertThat(fixture.parked().toString()).doesNotContain("must not be kept");
    }

    @Test
    void parked_events_are_replayed_in_order() {
        fixture.script.poison(event(id, 1));
        fixture.poll(event(id, 1), event(id, 2), event(id, 3));

        assertThat(fixture.parking.replay(event(id, 1).source())).isFalse();
        assertThat(parked(1).attempts()).isEqualTo(2);
        fixture.script.heal();
        assertThat(fixture.parking.replay(event(id, 1).source())).isTrue();

        assertThat(fixture.effects(id)).containsExactly(1L, 2L, 3L);
        assertThat(fixture.parked()).isEmpty();
        fixture.poll(event(id, 4));
        assertThat(fixture.effects(id)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void many_parked_events_are_replayed_in_many_transactions() {
        fixture.script.poison(event(id, 1));
        fixture.poll(
                LongStream.rangeClosed(1, 250).mapToObj(n -> event(id, n)).toArray(Sample[]::new));
        assertThat(fixture.effects(id)).isEmpty();

        fixture.script.heal();
        fixture.parking.replayAll();

        assertThat(fixture.effects(id)).isEqualTo(LongStream.rangeClosed(1, 250).boxed().toList());
    }

    @Test
    void a_discarded_event_lets_the_later_ones_go_on() {
        fixture.script.poison(event(id, 2));
        fixture.poll(event(id, 1), event(id, 2), event(id, 3), event(id, 4));
        UUID second = parked(2).id();
        UUID third = parked(3).id();
        var discard = new Discard(Discard.Reason.OVERTAKEN, "operator");

        assertThatThrownBy(() -> fixture.parking.discard(third, discard))
                .isInstanceOf(NotFirst.class);
        fixture.parking.discard(second, discard);

        assertThat(fixture.effects(id)).containsExactly(1L, 3L, 4L);
        assertThat(fixture.parked()).isEmpty();
        assertThat(fixture.discarded(second))
                .containsEntry("who", "operator")
                .containsEntry("reason", "OVERTAKEN");
        fixture.poll(event(id, 2));
        assertThat(fixture.effects(id)).containsExactly(1L, 3L, 4L);
    }

    @Test
    void an_event_whose_data_cannot_be_read_is_parked_without_trying() {
        fixture.poll(event(id, 1).saying("{\"notification\":5}"), event(id, 2), event(other, 1));

        assertThat(fixture.script.runs(event(id, 1))).isZero();
        assertThat(fixture.effects(other)).containsExactly(1L);
        assertThat(parked(1).reason()).isEqualTo("org.homeward.contracts.MalformedEvent");
        assertThat(fixture.parking.replay(event(id, 1).source())).isFalse();
        fixture.parking.discard(parked(1).id(), new Discard(Discard.Reason.UNREADABLE, "operator"));
        assertThat(fixture.effects(id)).containsExactly(2L);
    }

    @Test
    void an_error_of_a_handler_parks_like_an_exception() {
        fixture.script.before(
                event(id, 1),
                () -> {
                    throw new NoClassDefFoundError("missing");
                });

        fixture.poll(event(id, 1), event(other, 1));

        assertThat(parked(1).reason()).isEqualTo("java.lang.NoClassDefFoundError");
        assertThat(fixture.effects(other)).containsExactly(1L);
    }

    @Test
    void a_passing_failure_fails_the_whole_poll_and_parks_nothing() {
        fixture.script.before(
                event(id, 2),
                () -> {
                    throw new Unavailable("away", 1);
                });

        assertThatThrownBy(() -> fixture.poll(event(other, 1), event(id, 1), event(id, 2)))
                .isInstanceOf(Unavailable.class);

        assertThat(fixture.effects(other)).isEmpty();
        assertThat(fixture.parked()).isEmpty();
        fixture.script.heal();
        fixture.poll(event(other, 1), event(id, 1), event(id, 2));
        assertThat(fixture.effects(id)).containsExactly(1L, 2L);
        assertThat(fixture.effects(other)).containsExactly(1L);
    }

    @Test
    void a_restored_sender_is_followed_and_its_lost_tail_told() {
        fixture.poll(event(id, 1), event(id, 2), event(id, 3));
        double alarms = fixture.alarms(Alarm.TAIL_LOST);

        fixture.poll(event(id, 3).in(2), event(id, 4), event(id, 4).in(2));

        assertThat(fixture.effects(id)).containsExactly(1L, 2L, 3L, 3L, 4L);
        assertThat(fixture.alarms(Alarm.TAIL_LOST)).isEqualTo(alarms + 1);
    }

    @Test
    void the_same_poll_at_once_in_many_threads_has_one_effect() throws Exception {
        Sample[] poll =
                LongStream.rangeClosed(1, 20).mapToObj(n -> event(id, n)).toArray(Sample[]::new);
        var barrier = new CyclicBarrier(6);
        Callable<Void> consumer =
                () -> {
                    barrier.await(10, TimeUnit.SECONDS);
                    fixture.poll(poll);
                    return null;
                };

        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done :
                    threads.invokeAll(
                            List.of(consumer, consumer, consumer, consumer, consumer, consumer))) {
                done.get();
            }
        }

        assertThat(fixture.effects(id)).isEqualTo(LongStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void a_zombie_that_wakes_in_the_middle_of_a_handler_writes_nothing() throws Exception {
        fixture.poll(event(id, 1));
        var asleep = new CompletableFuture<Void>();
        var wake = new CompletableFuture<Void>();
        fixture.script.before(
                event(id, 2),
                () -> {
                    asleep.complete(null);
                    wake.orTimeout(20, TimeUnit.SECONDS).join();
                });

        try (var threads = Executors.newSingleThreadExecutor()) {
            var zombie = threads.submit(() -> fixture.poll(event(id, 2), event(id, 3)));
            asleep.get(10, TimeUnit.SECONDS);
            fixture.script.heal();
            fixture.poll(event(id, 2), event(id, 3), event(id, 4));
            wake.complete(null);
            zombie.get(20, TimeUnit.SECONDS);
        }

        assertThat(fixture.effects(id)).containsExactly(1L, 2L, 3L, 4L);
        assertThat(fixture.position(event(id, 1)).sequence()).isEqualTo(4);
    }

    @Test
    void a_position_that_was_moved_by_another_is_not_written() {
        fixture.poll(event(id, 1));
        var positions = fixture.service.getBean(Positions.class);
        Position read = fixture.position(event(id, 1));
        positions.save(fixture.mongo, List.of(read.after(1, 2, "two")));

        assertThatThrownBy(() -> positions.save(fixture.mongo, List.of(read.after(1, 2, "other"))))
                .isInstanceOf(PositionMoved.class);

        assertThat(fixture.position(event(id, 1)).hash()).isEqualTo("two");
    }

    @Test
    void when_parking_fails_nothing_is_acknowledged() {
        fixture.script.poison(event(id, 1));
        parkingPlaceTakes(new Document("no", "such"));

        assertThatThrownBy(() -> fixture.poll(event(id, 1), event(id, 2)))
                .isInstanceOf(RuntimeException.class);

        assertThat(fixture.position(event(id, 1)).isNew()).isTrue();
        parkingPlaceTakes(new Document());
        fixture.poll(event(id, 1), event(id, 2));
        assertThat(fixture.parked())
                .extracting(ParkedMessage::sequence)
                .containsExactlyInAnyOrder(1L, 2L);
    }

    private static void parkingPlaceTakes(Document validator) {
        fixture.mongo
                .getDb()
                .runCommand(
                        new Document("collMod", ParkingPlace.COLLECTION)
                                .append("validator", validator));
    }

    private static ParkedMessage parked(long sequence) {
        return fixture.parked().stream()
                .filter(parked -> Long.valueOf(sequence).equals(parked.sequence()))
                .findAny()
                .orElseThrow();
    }

    private static Sample event(UUID aggregate, long sequence) {
        return Sample.of(aggregate, sequence);
    }
}
