package org.homeward.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.homeward.backends.MongoOptions;
import org.homeward.backends.MongoProcess;
import org.homeward.kit.inbox.Rebuilds.ProjectionStanding;
import org.homeward.kit.inbox.Rebuilds.State;
import org.homeward.kit.test.Backends;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.PageRequest;
import org.homeward.kit.web.Unavailable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A projection is built anew beside the old one, and holds what the inbox has handled. */
class RebuildTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static InboxFixture fixture;
    private static InboxFixture neighbour;

    private final UUID id = UUID.randomUUID();

    @BeforeAll
    static void start() {
        String name = Backends.freshDatabase();
        fixture = instance(name);
        neighbour = instance(name);
    }

    private static InboxFixture instance(String name) {
        return instance(name, Backends.shared().mongoUri(name));
    }

    private static InboxFixture instance(String name, String mongoUri) {
        return InboxFixture.start(
                name,
                mongoUri,
                Backends.shared().bootstrapServers(),
                "--homeward.inbox.longest-transaction=3s");
    }

    @AfterAll
    static void stop() {
        neighbour.close();
        fixture.close();
    }

    @Test
    void what_was_lost_or_spoilt_is_there_again_with_its_indexes() throws Exception {
        tell(1, 2, 3);
        await().atMost(SOON).until(() -> counted(id) == 3);
        projection().createIndex(Indexes.ascending("count"), new IndexOptions().name("by count"));
        projection()
                .updateOne(Filters.eq("_id", id), new Document("$set", new Document("count", 99L)));

        assertThat(rebuild().state()).isEqualTo(State.DONE);

        assertThat(counted(id)).isEqualTo(3);
        assertThat(projection().listIndexes().map(index -> index.getString("name")))
                .contains("by count");
        assertThat(collections()).noneMatch(name -> name.startsWith(Rebuild.prefix(Script.SUMS)));
    }

    @Test
    void events_that_come_meanwhile_count_once() throws Exception {
        tell(1, 2);
        await().atMost(SOON).until(() -> counted(id) == 2);

        rebuilds().begin(Script.SUMS);
        for (long next = 3; next <= 60; next++) {
            tell(next);
        }
        assertThat(ended().state()).isEqualTo(State.DONE);

        await().atMost(SOON).until(() -> fixture.effects(id).size() == 60);
        assertThat(counted(id)).isEqualTo(60);
        assertThat(fixture.effects(id)).isEqualTo(LongStream.rangeClosed(1, 60).boxed().toList());
    }

    @Test
    void what_is_parked_is_not_in_it_before_it_is_handled() throws Exception {
        fixture.script.poison(event(2));
        neighbour.script.poison(event(2));
        tell(1, 2, 3);
        await().atMost(SOON).until(() -> parkedOfThis().size() == 2);

        assertThat(rebuild().state()).isEqualTo(State.DONE);
        assertThat(counted(id)).isEqualTo(1);

        fixture.script.heal();
        neighbour.script.heal();
        fixture.parking.replay(event(1).source());
        assertThat(counted(id)).isEqualTo(3);
    }

    @Test
    void what_was_discarded_stays_without_effect() throws Exception {
        fixture.script.poison(event(2));
        neighbour.script.poison(event(2));
        tell(1, 2, 3);
        await().atMost(SOON).until(() -> parkedOfThis().size() == 2);
        fixture.script.heal();
        neighbour.script.heal();
        ParkedMessage second =
                parkedOfThis().stream()
                        .filter(parked -> Objects.equals(parked.sequence(), 2L))
                        .findAny()
                        .orElseThrow();
        fixture.parking.discard(second.id(), new Discard(Discard.Reason.OVERTAKEN, "operator"));
        assertThat(counted(id)).isEqualTo(2);

        assertThat(rebuild().state()).isEqualTo(State.DONE);

        assertThat(counted(id)).isEqualTo(2);
    }

    @Test
    void one_at_a_time_and_only_of_what_is_a_projection() throws Exception {
        rebuilds().begin(Script.SUMS);

        assertThatThrownBy(() -> rebuilds().begin(Script.SUMS)).isInstanceOf(RebuildRunning.class);
        assertThatThrownBy(() -> rebuilds().begin("counters")).isInstanceOf(NotFound.class);
        assertThat(ended().state()).isEqualTo(State.DONE);
    }

    @Test
    void a_gate_whose_rebuild_died_is_opened_and_its_collection_dropped() throws Exception {
        var gate = fixture.service.getBean(Gate.class);
        String shadow = Rebuild.prefix(Script.SUMS) + "dead";
        fixture.mongo.getDb().createCollection(shadow);
        assertThat(gate.close(UUID.randomUUID(), shadow, Duration.ofSeconds(-1))).isTrue();

        tell(1);

        await().atMost(SOON).until(() -> counted(id) == 1);
        assertThat(collections()).doesNotContain(shadow);
    }

    @Test
    void while_the_gate_is_closed_nothing_is_handled() throws Exception {
        var gate = fixture.service.getBean(Gate.class);
        UUID token = UUID.randomUUID();
        assertThat(gate.close(token, "none", Duration.ofMinutes(5))).isTrue();
        try {
            assertThatThrownBy(() -> fixture.poll(event(1))).isInstanceOf(Unavailable.class);
            assertThat(counted(id)).isZero();
            assertThat(fixture.parking.list(new PageRequest(100, null)).items())
                    .noneMatch(parked -> event(1).source().equals(parked.source()));
        } finally {
            gate.open(token);
        }
        fixture.poll(event(1));
        assertThat(counted(id)).isEqualTo(1);
    }

    @Test
    void a_collection_that_was_dropped_meanwhile_is_not_put_into_place() throws Exception {
        tell(1, 2);
        await().atMost(SOON).until(() -> counted(id) == 2);

        rebuilds().begin(Script.SUMS);
        await().atMost(SOON).until(() -> collections().stream().anyMatch(RebuildTest::isShadow));
        collections().stream()
                .filter(RebuildTest::isShadow)
                .forEach(
                        shadow -> {
                            var dropped = fixture.mongo.getDb().getCollection(shadow);
                            dropped.drop();
                            // as its next write would make it again
                            dropped.insertOne(new Document());
                        });

        assertThat(ended().state()).isEqualTo(State.FAILED);
        assertThat(counted(id)).isEqualTo(2);
        tell(3);
        await().atMost(SOON).until(() -> counted(id) == 3);
    }

    @Test
    void a_service_that_stops_opens_the_gate_and_says_that_it_failed() throws Exception {
        String name = Backends.freshDatabase();
        var stopping = instance(name);
        var service = stopping.service.getBean(Rebuilds.class);
        service.begin(Script.SUMS);
        var rows = stopping.mongo.getDb().getCollection(Positions.COLLECTION);
        await().atMost(SOON)
                .until(() -> rows.countDocuments(Filters.eq("_id.s", Gate.SOURCE)) == 1);

        service.close();

        assertThat(rows.countDocuments(Filters.eq("_id.s", Gate.SOURCE))).isZero();
        assertThat(service.list().getFirst().state()).isEqualTo(State.FAILED);
        stopping.close();
    }

    @Test
    void an_attempt_to_close_the_gate_of_which_nothing_is_known_leaves_it_open(
            @TempDir Path folder) {
        String name = Backends.freshDatabase();
        try (var mongo = MongoProcess.start(MongoOptions.in(folder).withTestCommands());
                var operator = MongoClients.create(mongo.uri("admin"));
                var uncertain = instance(name, mongo.uri(name))) {
            var unknown = new Document("code", 64).append("errmsg", "waiting timed out");
            var fault =
                    new Document("failCommands", List.of("insert"))
                            .append("namespace", name + "." + Positions.COLLECTION)
                            .append("writeConcernError", unknown);
            operator.getDatabase("admin")
                    .runCommand(
                            new Document("configureFailPoint", "failCommand")
                                    .append("mode", "alwaysOn")
                                    .append("data", fault));
            var rebuilds = uncertain.service.getBean(Rebuilds.class);

            rebuilds.begin(Script.SUMS);
            await().atMost(SOON).until(() -> rebuilds.list().getFirst().state() == State.FAILED);

            var rows = uncertain.mongo.getDb().getCollection(Positions.COLLECTION);
            assertThat(rows.countDocuments(Filters.eq("_id.s", Gate.SOURCE))).isZero();
        }
    }

    private static boolean isShadow(String collection) {
        return collection.startsWith(Rebuild.prefix(Script.SUMS));
    }

    private Rebuilds rebuilds() {
        return fixture.service.getBean(Rebuilds.class);
    }

    private ProjectionStanding rebuild() {
        rebuilds().begin(Script.SUMS);
        return ended();
    }

    private ProjectionStanding ended() {
        await().atMost(SOON).until(() -> rebuilds().list().getFirst().state() != State.RUNNING);
        return rebuilds().list().getFirst();
    }

    private List<ParkedMessage> parkedOfThis() {
        return fixture.parked().stream()
                .filter(parked -> event(1).source().equals(parked.source()))
                .toList();
    }

    private Sample event(long sequence) {
        return Sample.of(id, sequence);
    }

    private void tell(long... sequences) throws Exception {
        List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
        for (long sequence : sequences) {
            messages.add(event(sequence).toSend());
        }
        InboxFixture.send(Backends.shared().bootstrapServers(), messages);
    }

    private long counted(UUID aggregate) {
        Document found = projection().find(Filters.eq("_id", aggregate)).first();
        return found == null ? 0 : found.getLong("count");
    }

    private static MongoCollection<Document> projection() {
        return fixture.mongo.getDb().getCollection(Script.SUMS);
    }

    private static List<String> collections() {
        return fixture.mongo.getDb().listCollectionNames().into(new ArrayList<>());
    }
}
