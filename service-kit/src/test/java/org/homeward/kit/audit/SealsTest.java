package org.homeward.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonValueCodec;
import org.bson.codecs.EncoderContext;
import org.bson.conversions.Bson;
import org.bson.io.BasicOutputBuffer;
import org.bson.types.Binary;
import org.homeward.contracts.Partitions;
import org.homeward.kit.audit.Verification.Finding;
import org.homeward.kit.audit.Verification.Kind;
import org.homeward.kit.journal.JournalFixture;
import org.homeward.kit.observe.AlarmsForTest;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.web.Unavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What an attacker with the service's own database user may try, and what the auditor sees. */
class SealsTest {

    private static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");
    private static final int ENTRIES = 7;

    private final String service = "service-" + UUID.randomUUID();
    private final MongoClient client = MongoForTest.client(Backends.shared().mongoUri("any"));
    private final MongoDatabase database = client.getDatabase(Backends.freshDatabase());
    private final AlarmsForTest alarms = new AlarmsForTest();
    private final Signing signing = new Signing(new byte[32]);
    private final PlantedSeals planted = new PlantedSeals(alarms.alarms());
    private final Heads heads =
            new Heads(service, database, signing, planted, SealsTest::producer, SealsTest::reader);
    private final MongoCollection<Document> journal = database.getCollection("journal");
    private final MongoCollection<Document> seals = database.getCollection("journal_seals");
    private final UUID aggregate = UUID.randomUUID();
    private long version;

    /** Two batches of the journal and one of the access log. */
    @BeforeEach
    void two_batches() {
        sealer(NOW).prepare();
        for (int i = 0; i < 2; i++) {
            for (int entry = 0; entry < ENTRIES; entry++) {
                commit();
            }
            seal(NOW);
        }
        saw();
        seal(NOW);
        tell(heads);
    }

    @AfterEach
    void close() {
        heads.close();
        client.close();
    }

    @Test
    void what_nobody_touched_is_as_it_was() {
        journal.updateMany(new Document(), Updates.set("settled", new Document("offset", 17L)));

        var report = verification().verify();

        assertThat(report.findings()).isEmpty();
        assertThat(report.chains())
                .extracting(
                        Verification.Chain::log,
                        Verification.Chain::entries,
                        Verification.Chain::batches,
                        Verification.Chain::waiting)
                .containsExactly(
                        tuple("journal", 2L * ENTRIES, 2L, 0L), tuple("access", 1L, 1L, 0L));
    }

    @Test
    void a_young_entry_waits_and_is_sealed_when_it_has_rested() {
        var young = entry(NOW);
        journal.insertOne(young);
        seal(NOW);
        assertThat(verification().verify().chains().getFirst().waiting()).isEqualTo(1);

        seal(NOW.plusSeconds(3));

        var report = verification().verify();
        assertThat(report.chains().getFirst().entries()).isEqualTo(2L * ENTRIES + 1);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void an_entry_whose_service_died_before_it_was_sealed_is_no_finding_and_is_sealed_later() {
        journal.insertOne(entry(NOW.minus(Duration.ofMinutes(4))));

        var before = verification().verify();
        seal(NOW);
        tell(heads);
        var after = verification().verify();

        assertThat(before.findings()).isEmpty();
        assertThat(before.chains().getFirst().waiting()).isEqualTo(1);
        assertThat(after.findings()).isEmpty();
        assertThat(after.chains().getFirst().waiting()).isZero();
        assertThat(after.chains().getFirst().entries()).isEqualTo(2L * ENTRIES + 1);
    }

    @Test
    void what_waits_to_be_sealed_for_minutes_is_found_by_its_oldest_entry() {
        var old = entry(NOW.minus(Duration.ofDays(1)));
        journal.insertMany(List.of(entry(NOW.minus(Duration.ofMinutes(6))), old, entry(NOW)));

        found(Kind.NOT_SEALED, 0, -1, aggregate + " version 15");

        seal(NOW.plusSeconds(3));
        assertThat(verification().verify().findings()).isEmpty();
    }

    @Test
    void what_was_not_told_for_minutes_is_found_whatever_the_database_says_of_it() {
        journal.insertOne(entry(NOW.minus(Duration.ofMinutes(9))));
        seal(NOW.minus(Duration.ofMinutes(6)));
        commit();
        seal(NOW);
        seals.updateMany(new Document(), Updates.set(Seal.TOLD, true));

        found(Kind.NOT_TOLD, 3, -1, "");

        seals.updateOne(Filters.eq("_id", 4L), Updates.set(Seal.TOLD, false));
        tell(heads);
        assertThat(verification().verify().findings())
                .as("the head of a later one holds it as well")
                .isEmpty();
    }

    @Test
    void rows_that_no_sealer_wrote_hold_up_neither_sealing_nor_telling_and_are_found() {
        for (Object id : List.of(-1, 3, "x", Long.MAX_VALUE)) {
            seals.insertOne(new Document("_id", id).append(Seal.TOLD, false));
        }
        commit();
        saw();
        seal(NOW);
        tell(heads);
        seal(NOW);
        tell(heads);

        var report = verification().verify();
        assertThat(report.chains())
                .extracting(
                        Verification.Chain::log,
                        Verification.Chain::batches,
                        Verification.Chain::told)
                .containsExactly(tuple("journal", 3L, 4L), tuple("access", 2L, 2L));
        assertThat(report.findings())
                .extracting(Finding::kind, Finding::batch)
                .contains(tuple(Kind.CHAIN_BROKEN, 3L), tuple(Kind.CHAIN_BROKEN, Long.MAX_VALUE));
        assertThat(alarms.raised(PlantedSeals.ALARM)).as("one for each").isEqualTo(4);

        seals.deleteMany(Filters.exists("head", false));
        journal.deleteOne(id(15));
        assertThat(verification().verify().findings())
                .as("also when they are gone")
                .extracting(Finding::kind, Finding::batch, Finding::entry)
                .containsExactly(
                        tuple(Kind.CHAIN_BROKEN, 3L, ""),
                        tuple(Kind.REMOVED, 4L, aggregate + " version 15"));
    }

    @Test
    void a_seal_without_the_signature_of_the_service_is_never_told() {
        seals.insertOne(
                Seal.of(100, NOW, Seal.NONE, List.of())
                        .document(AuditLog.JOURNAL, new Signing(new byte[] {1})));
        commit();
        seal(NOW);
        tell(heads);

        assertThat(verification().verify().findings())
                .extracting(Finding::kind, Finding::batch)
                .containsExactly(tuple(Kind.CHAIN_BROKEN, 100L));
        seals.deleteOne(Filters.eq("_id", 100L));
        var report = verification().verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.chains().getFirst().told()).isEqualTo(3);
    }

    @Test
    void who_keeps_entries_locked_so_that_nobody_seals_them_is_no_faster_instance() {
        var slow = sealer(NOW);
        locked(
                () -> {
                    slow.seal(AuditLog.JOURNAL);
                    assertThat(catchThrowable(() -> slow.seal(AuditLog.JOURNAL)))
                            .isInstanceOf(MongoException.class);
                });
        sealer(NOW).seal(AuditLog.JOURNAL);

        locked(() -> slow.seal(AuditLog.JOURNAL));

        seal(NOW);
        tell(heads);
        assertThat(verification().verify().findings()).isEmpty();
        assertThat(verification().verify().chains().getFirst().told()).isEqualTo(4);
    }

    /** While another transaction has written to an entry that is due. */
    private void locked(Runnable meanwhile) {
        commit();
        try (var session = client.startSession()) {
            session.startTransaction();
            journal.updateOne(session, id(version), Updates.set("held", true));
            meanwhile.run();
            session.abortTransaction();
        }
    }

    @Test
    void a_chain_that_can_not_be_sealed_is_an_alarm_and_does_not_hold_up_the_other() {
        database.getCollection("elsewhere").insertOne(entry(NOW.minusSeconds(10)));
        journal.drop();
        database.createView("journal", "elsewhere", List.of());
        saw();
        var rounds = new AuditRounds(sealer(NOW), heads, List.of(), alarms.alarms());
        rounds.start();
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () ->
                                    database.getCollection("access_seals")
                                                    .countDocuments(Filters.eq(Seal.TOLD, true))
                                            == 2);
            await().atMost(Duration.ofSeconds(60)).until(() -> alarms.raised("audit-seals") == 1);
        } finally {
            rounds.stop();
        }
    }

    @Test
    void what_waits_is_seen_by_gauges_and_is_an_alarm_once_it_is_late() {
        var meters = new SimpleMeterRegistry();
        var waiting =
                new Waiting(
                        AuditLog.JOURNAL, database, signing, meters, alarms.alarms(), clock(NOW));
        waiting.look();
        assertThat(age(meters, "unsealed")).isZero();
        assertThat(age(meters, "untold")).isZero();

        seals.insertOne(new Document("_id", -1).append(Seal.TOLD, false));
        journal.insertOne(new Document("_id", "x").append(AuditLog.SEAL, 0));
        journal.insertOne(entry(NOW.minus(Duration.ofMinutes(4))));
        waiting.look();
        assertThat(age(meters, "unsealed")).isEqualTo(240_000);
        assertThat(alarms.raised("audit-late")).isZero();

        journal.insertOne(entry(NOW.minus(Duration.ofMinutes(9))));
        waiting.look();
        waiting.look();
        assertThat(alarms.raised("audit-late")).as("once").isEqualTo(1);

        seal(NOW.minus(Duration.ofMinutes(3)));
        waiting.look();
        assertThat(age(meters, "unsealed")).isZero();
        assertThat(age(meters, "untold")).isEqualTo(180_000);

        seals.updateMany(new Document(), Updates.set(Seal.TOLD, true));
        journal.insertOne(entry(NOW.minus(Duration.ofMinutes(9))));
        seal(NOW.minus(Duration.ofMinutes(6)));
        waiting.look();
        assertThat(alarms.raised("audit-late")).as("again").isEqualTo(2);
    }

    private static double age(SimpleMeterRegistry meters, String what) {
        return meters.get("homeward.audit.oldest." + what).timeGauge().value(TimeUnit.MILLISECONDS);
    }

    @Test
    void a_head_is_in_the_log_of_the_process_as_soon_as_it_is_sealed() {
        var lines = new ListAppender<ILoggingEvent>();
        lines.start();
        var logger = (Logger) LoggerFactory.getLogger(Sealer.class);
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
        try {
            commit();
            sealer(NOW).seal(AuditLog.JOURNAL);
        } finally {
            logger.detachAppender(lines);
        }

        var head = verification().verify().chains().getFirst().head();
        assertThat(lines.list)
                .filteredOn(line -> line.getMessage().equals("Sealed"))
                .singleElement()
                .satisfies(
                        line ->
                                assertThat(line.getKeyValuePairs())
                                        .extracting(pair -> pair.key, pair -> pair.value)
                                        .contains(
                                                tuple("audit", "journal"),
                                                tuple("batch", 3L),
                                                tuple("head", head)));
    }

    @Test
    void an_index_by_which_the_database_removes_entries_is_an_alarm_and_found() {
        var waiting =
                new Waiting(
                        AuditLog.JOURNAL,
                        database,
                        signing,
                        new SimpleMeterRegistry(),
                        alarms.alarms(),
                        clock(NOW));
        waiting.look();
        assertThat(alarms.raised("audit-expiring")).isZero();

        journal.createIndex(
                Indexes.ascending("gone"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
        waiting.look();
        waiting.look();

        assertThat(alarms.raised("audit-expiring")).as("once").isEqualTo(1);
        found(Kind.EXPIRING, 0, -1, "");
    }

    @Test
    void a_second_verification_at_the_same_time_is_refused() {
        var verifications = new AtomicReference<Verification>();
        var second = new AtomicReference<Throwable>();
        try (var meanwhile =
                new Heads(
                        service,
                        database,
                        signing,
                        planted,
                        SealsTest::producer,
                        () -> {
                            second.set(
                                    CompletableFuture.supplyAsync(
                                                    () ->
                                                            catchThrowable(
                                                                    () ->
                                                                            verifications
                                                                                    .get()
                                                                                    .verify()))
                                            .join());
                            return reader();
                        })) {
            verifications.set(new Verification(database, signing, meanwhile, clock(NOW)));

            assertThat(verifications.get().verify().findings()).isEmpty();
            assertThat(verifications.get().verify().findings()).as("one by one").isEmpty();
        }
        assertThat(second.get()).isInstanceOf(Unavailable.class);
    }

    @Test
    void a_seal_whose_service_died_before_it_was_told_is_no_finding_and_is_told_later() {
        commit();
        seal(NOW);

        var before = verification().verify();
        tell(heads);
        var after = verification().verify();

        assertThat(before.findings()).isEmpty();
        assertThat(before.chains().getFirst().batches()).isEqualTo(3);
        assertThat(before.chains().getFirst().told()).isEqualTo(2);
        assertThat(after.findings()).isEmpty();
        assertThat(after.chains().getFirst().told()).isEqualTo(3);
    }

    @Test
    void commands_and_sealing_that_go_on_meanwhile_are_no_finding() throws Exception {
        var busy = client.getDatabase(Backends.freshDatabase());
        // to it everything is old enough at once
        var later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
        var sealer = new Sealer(client, busy, signing, planted, alarms.alarms(), later);
        var done = new AtomicBoolean();
        try (var commands = new JournalFixture(busy.getName(), "here");
                var told =
                        new Heads(
                                service + "-busy",
                                busy,
                                signing,
                                planted,
                                SealsTest::producer,
                                SealsTest::reader);
                var threads = Executors.newFixedThreadPool(2)) {
            sealer.prepare();
            var work =
                    List.of(
                            threads.submit(until(done, () -> commands.fill(JournalFixture.call()))),
                            threads.submit(
                                    until(
                                            done,
                                            () -> {
                                                AuditLog.ALL.forEach(sealer::seal);
                                                tell(told);
                                            })));
            var verification = new Verification(busy, signing, told, Clock.systemUTC());
            try {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> verification.verify().chains().getFirst().told() > 2);
                for (int i = 0; i < 10; i++) {
                    assertThat(verification.verify().findings()).isEmpty();
                }
            } finally {
                done.set(true);
            }
            for (var part : work) {
                part.get();
            }
            AuditLog.ALL.forEach(sealer::seal);

            var report = verification.verify();
            assertThat(report.findings()).isEmpty();
            assertThat(report.chains().getFirst().entries())
                    .isEqualTo(busy.getCollection("journal").countDocuments());
        }
    }

    private static Runnable until(AtomicBoolean done, Runnable work) {
        return () -> {
            while (!done.get()) {
                work.run();
            }
        };
    }

    @Test
    void several_sealers_at_once_seal_each_entry_once() throws Exception {
        for (int i = 0; i < 3 * Sealer.BATCH; i++) {
            commit();
        }
        List<Callable<Object>> work = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            work.add(Executors.callable(() -> seal(NOW)));
        }
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        seal(NOW);

        var report = verification().verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.chains().getFirst().entries())
                .isEqualTo(2L * ENTRIES + 3L * Sealer.BATCH);
    }

    @Test
    void an_altered_entry_is_found_with_its_place() {
        journal.updateOne(id(3), Updates.set("fact.subject", "somebody else"));

        found(Kind.ALTERED, 1, 2, aggregate + " version 3");
    }

    /** Of two fields of a name the database searches the first, and its driver reads the last. */
    @Test
    void an_entry_that_is_hidden_behind_a_second_field_of_the_same_name_is_found() {
        var reading = Objects.requireNonNull(accesses().find().first());
        var longAgo = new BsonDateTime(0);
        hide("access", new Document(), "records", new BsonArray());
        hide("journal", id(3), "fact.at", longAgo);
        hide("journal", id(5), "fact", new BsonDocument("at", longAgo));
        hide("journal", id(6), AuditLog.SEAL, new BsonDocument());
        commit();
        hide("journal", id(15), "fact.subject", new BsonString("nobody"));
        seal(NOW);

        assertThat(accesses().countDocuments(new Document("records", reading.get("records"))))
                .as("it is hidden")
                .isZero();
        assertThat(accesses().find().first()).as("and reads as before").isEqualTo(reading);
        assertThat(verification().verify().findings())
                .extracting(Finding::log, Finding::kind, Finding::batch, Finding::position)
                .containsExactlyInAnyOrder(
                        tuple("journal", Kind.ALTERED, 1L, 2),
                        tuple("journal", Kind.ALTERED, 1L, 4),
                        tuple("journal", Kind.ALTERED, 1L, 5),
                        tuple("journal", Kind.INSERTED, 0L, -1),
                        tuple("access", Kind.ALTERED, 1L, 0));
    }

    private MongoCollection<Document> accesses() {
        return database.getCollection("access");
    }

    private void hide(String collection, Bson which, String field, BsonValue first) {
        var entries = database.getCollection(collection, RawBsonDocument.class);
        var entry = Objects.requireNonNull(entries.find(which).first());
        var bytes = new BasicOutputBuffer();
        write(new BsonBinaryWriter(bytes), entry, field, first);
        entries.replaceOne(which, new RawBsonDocument(bytes.toByteArray()));
    }

    private static void write(
            BsonBinaryWriter writer, BsonDocument entry, String field, BsonValue first) {
        var values = new BsonValueCodec();
        var context = EncoderContext.builder().build();
        writer.writeStartDocument();
        entry.forEach(
                (name, value) -> {
                    if (name.equals(field)) {
                        writer.writeName(name);
                        values.encode(writer, first, context);
                    }
                    writer.writeName(name);
                    if (field.startsWith(name + ".")) {
                        var inner = field.substring(name.length() + 1);
                        write(writer, value.asDocument(), inner, first);
                    } else {
                        values.encode(writer, value, context);
                    }
                });
        writer.writeEndDocument();
    }

    @Test
    void an_altered_reading_of_a_file_is_found() {
        database.getCollection("access")
                .updateOne(new Document(), Updates.set("subject", "somebody else"));

        assertThat(verification().verify().findings())
                .extracting(Finding::log, Finding::kind, Finding::batch, Finding::position)
                .containsExactly(tuple("access", Kind.ALTERED, 1L, 0));
    }

    @Test
    void a_reading_of_a_file_that_is_hidden_is_found() {
        database.getCollection("access").deleteMany(new Document());

        assertThat(verification().verify().findings())
                .extracting(Finding::log, Finding::kind, Finding::batch, Finding::position)
                .containsExactly(tuple("access", Kind.REMOVED, 1L, 0));
    }

    @Test
    void an_entry_that_was_removed_before_it_was_sealed_leaves_a_gap() {
        commit();
        commit();
        journal.deleteOne(id(15));

        found(Kind.REMOVED, 0, -1, aggregate + " version 15");
    }

    @Test
    void a_removed_entry_is_found_with_its_place() {
        journal.deleteOne(id(9));

        found(Kind.REMOVED, 2, 1, aggregate + " version 9");
    }

    @Test
    void an_entry_that_was_not_signed_is_never_sealed() {
        journal.insertOne(
                entry(NOW.minusSeconds(10)).append(AuditLog.MAC, new Binary(new byte[32])));
        seal(NOW);

        assertThat(alarms.raised("audit-forged")).isEqualTo(1);
        found(Kind.INSERTED, 0, -1, aggregate + " version 15");
    }

    @Test
    void an_entry_that_is_altered_before_it_is_sealed_is_found_at_once_and_never_sealed() {
        commit();
        journal.updateOne(id(15), Updates.set("fact.subject", "somebody else"));
        found(Kind.INSERTED, 0, -1, aggregate + " version 15");

        seal(NOW);

        assertThat(alarms.raised("audit-forged")).isEqualTo(1);
        found(Kind.INSERTED, 0, -1, aggregate + " version 15");
    }

    @Test
    void an_entry_that_says_that_it_is_sealed_is_found() {
        journal.insertOne(
                entry(NOW.minusSeconds(10))
                        .append(AuditLog.SEAL, new Document("n", 2L).append("i", 3)));

        found(Kind.INSERTED, 0, -1, aggregate + " version 15");
    }

    @Test
    void an_entry_hidden_from_the_sealer_is_found() {
        var hidden = entry(NOW.minusSeconds(10));
        hidden.remove(AuditLog.SEAL);
        journal.insertOne(hidden);

        found(Kind.INSERTED, 0, -1, aggregate + " version 15");
    }

    @Test
    void an_inserted_entry_does_not_hide_a_removed_one() {
        journal.deleteOne(id(9));
        var hidden = entry(NOW.minusSeconds(10));
        hidden.remove(AuditLog.SEAL);
        journal.insertOne(hidden);

        assertThat(verification().verify().findings())
                .extracting(Finding::kind, Finding::entry)
                .containsExactly(
                        tuple(Kind.REMOVED, aggregate + " version 9"),
                        tuple(Kind.INSERTED, aggregate + " version 15"));
    }

    @Test
    void entries_that_change_places_are_found() {
        var first = Objects.requireNonNull(journal.find(id(1)).first());
        var second = Objects.requireNonNull(journal.find(id(2)).first());
        journal.updateOne(id(1), Updates.set(AuditLog.SEAL, second.get(AuditLog.SEAL)));
        journal.updateOne(id(2), Updates.set(AuditLog.SEAL, first.get(AuditLog.SEAL)));

        assertThat(verification().verify().findings())
                .extracting(Finding::kind, Finding::batch, Finding::position)
                .containsExactly(tuple(Kind.REORDERED, 1L, 0), tuple(Kind.REORDERED, 1L, 1));
    }

    @Test
    void an_entry_that_is_made_to_be_sealed_again_does_not_hide_an_inserted_one() {
        journal.updateOne(id(1), Updates.set(AuditLog.SEAL, 0));
        var hidden = entry(NOW.minusSeconds(10));
        hidden.remove(AuditLog.SEAL);
        journal.insertOne(hidden);
        seal(NOW);

        assertThat(verification().verify().findings())
                .extracting(Finding::kind, Finding::batch, Finding::position, Finding::entry)
                .containsExactly(
                        tuple(Kind.REORDERED, 1L, 0, aggregate + " version 1"),
                        tuple(Kind.INSERTED, 0L, -1, aggregate + " version 15"));
    }

    @Test
    void entries_that_change_places_in_a_chain_computed_anew_differ_from_what_was_told() {
        rewrite(List::reversed);

        assertThat(verification().verify().findings())
                .extracting(Finding::kind, Finding::batch)
                .containsExactly(tuple(Kind.HEAD_DIFFERS, 1L), tuple(Kind.HEAD_DIFFERS, 2L));
    }

    @Test
    void a_seal_that_is_changed_after_its_entries_breaks_the_chain() {
        changeSeal(1, seal -> seal.getList("entries", Document.class).removeFirst());

        assertThat(verification().verify().findings())
                .extracting(Finding::kind, Finding::batch)
                .contains(tuple(Kind.CHAIN_BROKEN, 1L));
    }

    @Test
    void a_batch_that_is_gone_breaks_the_chain() {
        seals.deleteOne(Filters.eq("_id", 1L));

        assertThat(verification().verify().findings())
                .extracting(Finding::kind, Finding::batch)
                .contains(tuple(Kind.CHAIN_BROKEN, 1L), tuple(Kind.CHAIN_BROKEN, 2L));
    }

    @Test
    void a_chain_that_is_computed_anew_differs_from_what_was_told() {
        journal.deleteOne(id(2));
        rewrite(rows -> rows);

        assertThat(verification().verify().findings())
                .extracting(Finding::kind, Finding::batch, Finding::entry)
                .containsExactly(
                        tuple(Kind.HEAD_DIFFERS, 1L, ""),
                        tuple(Kind.HEAD_DIFFERS, 2L, ""),
                        tuple(Kind.REMOVED, 0L, aggregate + " version 2"));
    }

    @Test
    void an_entry_that_is_altered_with_its_seal_and_all_later_ones_has_no_signature() {
        journal.updateOne(id(3), Updates.set("fact.subject", "somebody else"));
        rewrite(rows -> rows);

        assertThat(verification().verify().findings())
                .extracting(Finding::kind, Finding::batch, Finding::position)
                .containsExactly(
                        tuple(Kind.HEAD_DIFFERS, 1L, -1),
                        tuple(Kind.INSERTED, 1L, 2),
                        tuple(Kind.HEAD_DIFFERS, 2L, -1));
    }

    @Test
    void who_has_the_key_as_well_can_not_alter_what_is_sealed() {
        alterWithTheKey(3);
        found(Kind.ALTERED, 1, 2, aggregate + " version 3");

        rewrite(rows -> rows);

        assertThat(verification().verify().findings())
                .extracting(Finding::kind, Finding::batch)
                .containsExactly(tuple(Kind.HEAD_DIFFERS, 1L), tuple(Kind.HEAD_DIFFERS, 2L));
    }

    @Test
    void what_others_write_to_the_topic_of_heads_says_nothing() throws Exception {
        var chain = service + "/journal";
        int partition = Math.floorMod(chain.hashCode(), Partitions.COUNT);
        try (var stranger = producer()) {
            for (var line : List.of("3 " + "0".repeat(64) + " 00", "rubbish", "x y z", "")) {
                stranger.send(new ProducerRecord<>(Heads.TOPIC, partition, utf8(chain), utf8(line)))
                        .get();
            }
        }
        commit();
        seal(NOW);
        tell(heads);

        assertThat(verification().verify().findings()).isEmpty();
        assertThat(verification().verify().chains().getFirst().told()).isEqualTo(3);
    }

    @Test
    void what_is_no_entry_and_no_seal_at_all_is_found_and_hinders_nothing() {
        journal.insertOne(new Document("_id", "x").append(AuditLog.SEAL, "y"));
        seals.insertOne(new Document("_id", 3L));

        assertThat(verification().verify().findings())
                .extracting(Finding::kind, Finding::batch, Finding::entry)
                .containsExactly(
                        tuple(Kind.CHAIN_BROKEN, 3L, ""), tuple(Kind.INSERTED, 0L, "unreadable"));
    }

    @Test
    void the_end_of_the_chain_can_not_be_cut_off() {
        seals.deleteOne(Filters.eq("_id", 2L));
        journal.deleteMany(Filters.gt("_id.v", (long) ENTRIES));

        assertThat(verification().verify().findings())
                .extracting(Finding::kind, Finding::batch)
                .containsExactly(tuple(Kind.TAIL_REMOVED, 2L));
    }

    /** Seals what is there anew, with the key, in a chain that is right in itself. */
    private void rewrite(UnaryOperator<List<Seal.Sealed>> order) {
        Binary before = Seal.NONE;
        var collection = database.getCollection("journal_seals", BsonDocument.class);
        for (BsonDocument stored :
                collection.find().sort(Sorts.ascending("_id")).into(new ArrayList<>())) {
            var old = Objects.requireNonNull(Seal.read(AuditLog.JOURNAL, signing, stored));
            var rows =
                    order.apply(old.entries().stream().flatMap(row -> anew(row).stream()).toList());
            var seal = Seal.of(old.number(), old.at(), before, rows);
            seals.replaceOne(
                    Filters.eq("_id", old.number()),
                    seal.document(AuditLog.JOURNAL, signing).append(Seal.TOLD, true));
            for (int i = 0; i < rows.size(); i++) {
                var place = new Document("n", old.number()).append("i", i);
                journal.updateOne(
                        Filters.eq("_id", rows.get(i).id()), Updates.set(AuditLog.SEAL, place));
            }
            before = seal.head();
        }
    }

    private Optional<Seal.Sealed> anew(Seal.Sealed row) {
        return Optional.ofNullable(
                        database.getCollection("journal", RawBsonDocument.class)
                                .find(Filters.eq("_id", row.id()))
                                .first())
                .map(entry -> Signing.digest(AuditLog.JOURNAL, entry))
                .map(digest -> new Seal.Sealed(row.id(), new Binary(digest)));
    }

    private void alterWithTheKey(long version) {
        var entry = Objects.requireNonNull(journal.find(id(version)).first());
        var place = entry.get(AuditLog.SEAL);
        entry.get("fact", Document.class).put("subject", "somebody else");
        signing.sign(AuditLog.JOURNAL, entry);
        journal.replaceOne(id(version), entry.append(AuditLog.SEAL, place));
    }

    private void changeSeal(long number, Consumer<Document> change) {
        var seal = Objects.requireNonNull(seals.find(Filters.eq("_id", number)).first());
        change.accept(seal);
        seals.replaceOne(Filters.eq("_id", number), seal);
    }

    private void found(Kind kind, long batch, int position, String entry) {
        assertThat(verification().verify().findings())
                .containsExactly(new Finding("journal", kind, batch, position, entry));
    }

    private void commit() {
        journal.insertOne(entry(NOW.minusSeconds(10)));
    }

    private Document entry(Instant at) {
        version++;
        var entry =
                new Document("_id", new Document("a", aggregate).append("v", version))
                        .append(
                                "fact",
                                new Document("at", Date.from(at))
                                        .append("subject", "firuz")
                                        .append("command", UUID.randomUUID()));
        signing.sign(AuditLog.JOURNAL, entry);
        return entry.append("request", new Document("id", "r" + version));
    }

    private static Document id(long version) {
        return new Document("_id.v", version);
    }

    private void saw() {
        var seen =
                new Document("_id", UUID.randomUUID())
                        .append("at", Date.from(NOW.minusSeconds(10)))
                        .append("subject", "aziza")
                        .append("records", List.of(UUID.randomUUID()));
        signing.sign(AuditLog.ACCESS, seen);
        database.getCollection("access").insertOne(seen);
    }

    private void seal(Instant now) {
        AuditLog.ALL.forEach(sealer(now)::seal);
    }

    private static void tell(Heads heads) {
        AuditLog.ALL.forEach(heads::tell);
    }

    private Sealer sealer(Instant now) {
        return new Sealer(client, database, signing, planted, alarms.alarms(), clock(now));
    }

    private Verification verification() {
        return new Verification(database, signing, heads, clock(NOW));
    }

    private static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private static Map<String, Object> kafka() {
        return Map.of("bootstrap.servers", Backends.shared().bootstrapServers());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(kafka(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private static KafkaConsumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(
                kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
