package org.homeward.kit.sealing;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.type;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.Aead;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.BsonBinarySubType;
import org.bson.BsonType;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.homeward.kit.observe.AlarmsForTest;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.DistantMasterKey;
import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.web.Unavailable;
import org.junit.jupiter.api.Test;

/** The master key is replaced while records are read; what does not fit is told, never guessed. */
class KeyVaultTest {

    private static final MongoClient CLIENT =
            MongoForTest.client(Backends.shared().mongoUri("any"));
    private static final byte[] PLACE = {1};
    private static final String ONE = "1:" + MasterKeyTest.key(1);
    private static final String TWO = "2:" + MasterKeyTest.key(2);

    private final MongoDatabase data = CLIENT.getDatabase(Backends.freshDatabase());
    private final MongoDatabase vault = CLIENT.getDatabase(data.getName() + "_vault");
    private final AlarmsForTest alarms = new AlarmsForTest();
    private final UUID record = UUID.randomUUID();
    private final Hands clock = new Hands();

    @Test
    void a_record_is_read_before_during_and_after_the_master_key_is_replaced() throws Exception {
        byte[] sealed = keyOf(open(ONE), record).encrypt(new byte[] {7}, PLACE);
        byte[] derived = open(ONE).derive("anything");

        // an instance that knows of the second, while another wraps by it
        var later = UUID.randomUUID();
        byte[] laterSealed = keyOf(open(TWO, ONE), later).encrypt(new byte[] {8}, PLACE);
        assertThat(open(ONE, TWO).key(later).decrypt(laterSealed, PLACE)).containsExactly(8);

        assertThat(open(TWO, ONE).key(record).decrypt(sealed, PLACE)).containsExactly(7);
        rewrapping(TWO, ONE).goOn();
        assertThat(open(TWO, ONE).key(record).decrypt(sealed, PLACE)).containsExactly(7);

        var after = open(TWO);
        assertThat(after.key(record).decrypt(sealed, PLACE)).containsExactly(7);
        assertThat(after.derive("anything")).isEqualTo(derived);
    }

    @Test
    void a_version_that_still_wraps_anything_can_not_be_taken_away() {
        open(ONE);

        assertThatThrownBy(() -> open(TWO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 1")
                .hasMessageContaining("not at hand");
    }

    @Test
    void another_key_under_the_same_number_is_refused_at_the_start() {
        open(ONE);

        assertThatThrownBy(() -> open("1:" + MasterKeyTest.key(9)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not the one that this vault was made with");
    }

    @Test
    void another_key_under_the_number_of_a_version_that_has_wrapped_is_refused_at_the_start() {
        open(ONE);
        keyOf(open(TWO, ONE), record);

        assertThatThrownBy(() -> open(ONE, "2:" + MasterKeyTest.key(9)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 2")
                .hasMessageContaining("not the one that wrapped");
        rewrapping(TWO, ONE).goOn();
        assertThatThrownBy(() -> open(TWO, "1:" + MasterKeyTest.key(9)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("version 1");
        assertThat(open(TWO).key(record)).isNotNull();
    }

    @Test
    void a_version_that_has_not_wrapped_yet_can_be_written_right() {
        open(ONE, "2:" + MasterKeyTest.key(9));

        keyOf(open(TWO, ONE), record);

        assertThat(open(ONE, TWO).key(record)).isNotNull();
    }

    @Test
    void one_broken_key_alone_of_a_version_does_not_keep_the_service_from_starting() {
        keyOf(open(ONE), record);
        broken(record);
        rewrapping(TWO, ONE).goOn();
        assertThat(wrappedBy(1)).isEqualTo(1);

        assertThat(open(TWO, ONE).derive("anything")).hasSize(32);
    }

    @Test
    void data_without_its_vault_or_with_another_is_refused_at_the_start() {
        open(ONE);
        vault.drop();

        assertThatThrownBy(() -> open(ONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("restore");

        var other = CLIENT.getDatabase(Backends.freshDatabase());
        KeyVault.open(other, vault, MasterKey.parse(ONE), alarms.alarms());
        assertThatThrownBy(() -> open(ONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not the one of this data");
    }

    @Test
    void wrapping_anew_goes_on_where_a_killed_process_left_it() {
        var before = open(ONE);
        IntStream.range(0, 450).forEach(_ -> keyOf(before, UUID.randomUUID()));

        assertThat(rewrapping(TWO, ONE).step()).isTrue();
        assertThat(wrappedBy(1)).isEqualTo(251);

        rewrapping(TWO, ONE).goOn();
        assertThat(wrappedBy(1)).isZero();
        assertThat(rewrapping(TWO, ONE).versions())
                .containsExactly(
                        new Rewrapping.MasterKeyVersion(1, true, 0),
                        new Rewrapping.MasterKeyVersion(2, true, 451));
    }

    @Test
    void an_instance_that_wraps_by_a_lower_version_wraps_nothing_back() {
        open(TWO, ONE);

        rewrapping(ONE, TWO).goOn();

        assertThat(wrappedBy(2)).isEqualTo(1);
    }

    @Test
    void a_destroyed_key_stays_destroyed() {
        var before = open(ONE);
        keyOf(before, record);
        destroyed(before, record);

        rewrapping(TWO, ONE).goOn();

        assertThatThrownBy(() -> open(TWO).key(record)).isInstanceOf(KeyDestroyed.class);
        assertThat(open(TWO).ask(record)).isTrue();
        assertThat(open(TWO).ask(UUID.randomUUID())).isFalse();
    }

    @Test
    void a_key_that_does_not_fit_or_is_missing_is_an_alarm_and_keeps_no_other_back() {
        var vaultOfNow = open(ONE);
        var whole = UUID.randomUUID();
        keyOf(vaultOfNow, record);
        keyOf(vaultOfNow, whole);
        broken(record);
        var reader = open(ONE);

        reader.warm(List.of(record, whole));

        assertThat(reader.key(whole)).isNotNull();
        assertThatThrownBy(() -> reader.key(record)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> reader.key(UUID.randomUUID())).isInstanceOf(SealBroken.class);
        assertThat(alarms.raised("record-unreadable")).isEqualTo(2);
    }

    @Test
    void a_row_of_any_other_shape_is_a_broken_key_and_keeps_no_other_back() {
        var before = open(ONE);
        var shapes = new ArrayList<Bson>();
        for (var field : List.of("master", "wrapped")) {
            Stream.of(
                            null,
                            "1",
                            1L,
                            1.5,
                            List.of(1, "one"),
                            new Document("of", "another"),
                            new Binary(BsonBinarySubType.VECTOR, new byte[0]))
                    .forEach(value -> shapes.add(Updates.set(field, value)));
        }
        shapes.add(Updates.unset("master"));
        var malformed = shapes.stream().collect(toMap(_ -> UUID.randomUUID(), shape -> shape));
        keyOf(before, record);
        malformed.forEach(
                (id, shape) -> {
                    keyOf(before, id);
                    keys().updateOne(eq(id), shape);
                });
        var all = Stream.concat(malformed.keySet().stream(), Stream.of(record)).toList();

        var reader = open(TWO, ONE);
        reader.warm(all);
        rewrapping(TWO, ONE).goOn();

        assertThat(reader.key(record)).isNotNull();
        assertThat(reader.derive("anything")).isEqualTo(before.derive("anything"));
        assertThat(malformed.keySet())
                .allSatisfy(
                        id -> {
                            assertThat(reader.ask(id)).isFalse();
                            assertThatThrownBy(() -> reader.key(id)).isInstanceOf(SealBroken.class);
                            assertThatThrownBy(() -> keyOf(reader, id))
                                    .isInstanceOf(SealBroken.class);
                        });
        assertThat(alarms.raised("record-unreadable")).isEqualTo(2 * malformed.size() + 1);
        assertThat(keys().find(eq("master", 2)).map(key -> key.get("_id")))
                .containsExactlyInAnyOrder("root", record);
        assertThat(rewrapping(TWO, ONE).versions())
                .extracting(Rewrapping.MasterKeyVersion::version)
                .containsExactly(1, 2);
    }

    @Test
    void a_key_of_the_service_of_any_other_shape_says_so_at_the_start() {
        open(ONE).versioned("search").make(1);
        keys().insertOne(new Document("_id", "search/99999999999"));

        keys().updateOne(eq("search/1"), Updates.set("wrapped", "no bytes"));
        assertThat(open(ONE).versioned("search").newest()).isEqualTo(1);
        assertThatThrownBy(() -> open(ONE).versioned("search").version(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("search/1 does not open");

        keys().updateOne(eq("root"), Updates.unset("master"));
        assertThatThrownBy(() -> open(ONE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("restore the newest copy");
    }

    @Test
    void a_key_that_can_not_be_unwrapped_keeps_no_other_from_being_wrapped_anew() {
        var before = open(ONE);
        keyOf(before, record);
        keyOf(before, UUID.randomUUID());
        broken(record);
        var rewrapping = rewrapping(TWO, ONE);

        rewrapping.goOn();
        rewrapping.goOn();

        assertThat(wrappedBy(1)).isEqualTo(1);
        assertThat(wrappedBy(2)).isEqualTo(2);
        assertThat(alarms.raised("record-unreadable")).isEqualTo(1);
    }

    @Test
    void when_no_key_opens_one_alarm_tells_it_and_all_is_tried_again_later() {
        var before = open(ONE);
        IntStream.range(0, 450).forEach(_ -> keyOf(before, UUID.randomUUID()));
        var whole = keys().find(type("_id", BsonType.BINARY)).into(new ArrayList<>());
        whole.forEach(key -> broken(key.get("_id", UUID.class)));
        var rewrapping = rewrapping(TWO, ONE);

        rewrapping.goOn();
        rewrapping.goOn();
        assertThat(alarms.raised("record-unreadable")).isEqualTo(1);

        whole.forEach(key -> keys().replaceOne(eq(key.get("_id")), key));
        clock.advance(Rewrapping.REST.minusSeconds(1));
        rewrapping.goOn();
        assertThat(wrappedBy(1)).isGreaterThanOrEqualTo(450);
        clock.advance(Duration.ofSeconds(1));
        rewrapping.goOn();
        assertThat(wrappedBy(1)).isZero();
        assertThat(alarms.raised("record-unreadable")).isEqualTo(1);
    }

    @Test
    void the_keys_of_many_are_made_at_once_and_none_is_made_again() throws Exception {
        var now = open(ONE);
        var gone = UUID.randomUUID();
        var others = List.of(UUID.randomUUID(), record);
        destroyed(now, gone);

        var made = now.makeAll(others);

        byte[] sealed =
                Objects.requireNonNull(made.get(record)).encrypt(new byte[] {7}, new byte[0]);
        assertThat(made).containsOnlyKeys(others);
        assertThat(open(ONE).key(record).decrypt(sealed, new byte[0])).containsExactly(7);
        assertThatThrownBy(() -> now.makeAll(List.of(gone, record, UUID.randomUUID())))
                .isInstanceOf(MongoBulkWriteException.class);
        assertThat(open(ONE).key(record).decrypt(sealed, new byte[0])).containsExactly(7);
        assertThatThrownBy(() -> open(ONE).key(gone)).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void while_the_master_key_can_not_be_asked_nothing_is_taken_for_broken() {
        var gone = UUID.randomUUID();
        keyOf(open(ONE), record);
        var distant = new DistantMasterKey(master(ONE));
        var reader = KeyVault.open(data, vault, distant, alarms.alarms());
        try (var session = CLIENT.startSession()) {
            reader.destroy(session, List.of(gone), Instant.EPOCH);
        }
        distant.goAway();

        assertThat(reader.ask(record)).isFalse();
        reader.warm(List.of(record));
        assertThat(alarms.raised("master-key-away")).isEqualTo(2);
        assertThatThrownBy(() -> reader.key(record)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> keyOf(reader, record)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> keyOf(reader, UUID.randomUUID())).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> reader.key(gone)).isInstanceOf(KeyDestroyed.class);
        assertThatThrownBy(() -> KeyVault.open(data, vault, distant, alarms.alarms()))
                .isInstanceOf(Unavailable.class);
        assertThat(alarms.raised("master-key-away")).isEqualTo(6);

        distant.comeBack();
        assertThat(reader.key(record)).isNotNull();
        assertThat(alarms.raised("record-unreadable")).isZero();
    }

    @Test
    void wrapping_anew_waits_for_a_master_key_that_can_not_be_asked() {
        var before = open(ONE);
        IntStream.range(0, 30).forEach(_ -> keyOf(before, UUID.randomUUID()));
        var distant = new DistantMasterKey(master(TWO, ONE));
        var rewrapping =
                new Rewrapping(vault, distant, new SimpleMeterRegistry(), alarms.alarms(), clock);
        distant.goAway();

        rewrapping.goOn();
        rewrapping.goOn();
        assertThat(wrappedBy(1)).isEqualTo(31);
        assertThat(alarms.raised("master-key-away")).isEqualTo(1);

        distant.comeBack();
        clock.advance(Rewrapping.PAUSE);
        rewrapping.goOn();
        assertThat(wrappedBy(1)).isZero();
        assertThat(alarms.raised("record-unreadable")).isZero();
    }

    @Test
    void the_destroyed_are_told_by_their_ids_in_portions() {
        var vaultOfNow = open(ONE);
        var gone = IntStream.range(0, 5).mapToObj(_ -> UUID.randomUUID()).toList();
        keyOf(vaultOfNow, record);
        vaultOfNow.versioned("search").make(1);
        gone.forEach(id -> destroyed(vaultOfNow, id));

        var told = told(vaultOfNow, 3);

        assertThat(told).extracting(List::size).containsExactly(3, 2);
        assertThat(told.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(gone);
        assertThat(told(vaultOfNow, 5)).hasSize(1);
        assertThat(alarms.raised("vault-forged")).isZero();
    }

    @Test
    void a_portion_that_fails_keeps_no_other_back_and_is_known_in_the_end() {
        var vaultOfNow = open(ONE);
        IntStream.range(0, 7).forEach(_ -> destroyed(vaultOfNow, UUID.randomUUID()));
        var told = new ArrayList<List<UUID>>();

        assertThatThrownBy(
                        () ->
                                vaultOfNow.destroyed(
                                        2,
                                        some -> {
                                            told.add(some);
                                            if (told.size() < 3) {
                                                throw new IllegalStateException(
                                                        "portion " + told.size());
                                            }
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("portion 1");

        assertThat(told).extracting(List::size).containsExactly(2, 2, 2, 1);
    }

    @Test
    void a_tombstone_counts_when_the_master_key_has_been_replaced() {
        destroyed(open(ONE), record);

        rewrapping(TWO, ONE).goOn();

        assertThat(told(open(TWO), 3)).containsExactly(List.of(record));
    }

    @Test
    void a_tombstone_that_the_service_did_not_write_is_an_alarm_passed_over_and_opens_nothing() {
        var now = open(ONE);
        var living = Stream.generate(UUID::randomUUID).limit(4).toList();
        living.forEach(id -> keyOf(now, id));
        destroyed(now, record);
        var signed = Objects.requireNonNull(keys().find(eq(record)).first());
        var day = new Document("destroyed", Instant.EPOCH);
        put(living.get(0), day);
        put(living.get(1), new Document(day).append("mac", "no bytes"));
        put(living.get(2), new Document(signed));
        put(living.get(3), new Document(signed).append("destroyed", "never"));

        assertThat(told(now, 10)).containsExactly(List.of(record));
        assertThat(alarms.raised("vault-forged")).isEqualTo(1);
        assertThat(told(now, 1)).containsExactly(List.of(record));
        assertThat(alarms.raised("vault-forged")).isEqualTo(5);
        assertThat(living)
                .allSatisfy(
                        id ->
                                assertThatThrownBy(() -> open(ONE).key(id))
                                        .isInstanceOf(KeyDestroyed.class));
        assertThat(alarms.raised("vault-forged")).isEqualTo(9);
        assertThatThrownBy(() -> open(ONE).key(record)).isInstanceOf(KeyDestroyed.class);
        keys().updateOne(eq(record), Updates.set("destroyed", Instant.EPOCH.plusMillis(1)));
        assertThat(told(now, 10)).isEmpty();
        assertThat(alarms.raised("vault-forged")).isEqualTo(10);
        assertThat(now.ask(record)).isTrue();
        assertThat(alarms.raised("vault-forged")).isEqualTo(11);
    }

    @Test
    void a_tombstone_under_an_id_that_no_record_has_is_an_alarm_and_holds_up_no_other() {
        var now = open(ONE);
        destroyed(now, record);
        var signed = Objects.requireNonNull(keys().find(eq(record)).first());
        var bytes = new byte[] {7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7};
        for (Object foreign :
                Arrays.asList(
                        null,
                        "a name",
                        7,
                        new ObjectId(),
                        new Binary(BsonBinarySubType.BINARY, bytes),
                        new Binary(BsonBinarySubType.UUID_LEGACY, bytes),
                        new Binary(BsonBinarySubType.UUID_STANDARD, new byte[17]),
                        new Binary(BsonBinarySubType.VECTOR, bytes),
                        new Binary(new byte[0]))) {
            keys().insertOne(new Document(signed).append("_id", foreign));

            assertThat(told(now, 1)).containsExactly(List.of(record));
        }

        assertThat(alarms.raised("vault-forged")).isEqualTo(9);
        put(
                record,
                new Document(signed)
                        .append("mac", new Binary(BsonBinarySubType.VECTOR, new byte[0])));
        assertThat(told(now, 1)).isEmpty();
        assertThat(alarms.raised("vault-forged")).isEqualTo(11);
    }

    private void put(UUID id, Document tombstone) {
        tombstone.put("_id", id);
        keys().replaceOne(eq(id), tombstone);
    }

    private static List<List<UUID>> told(KeyVault vault, int most) {
        var portions = new ArrayList<List<UUID>>();
        vault.destroyed(most, portions::add);
        return portions;
    }

    private static void destroyed(KeyVault vault, UUID record) {
        try (var session = CLIENT.startSession()) {
            vault.destroy(session, List.of(record), Instant.EPOCH);
        }
    }

    @Test
    void a_key_of_one_record_does_not_open_in_the_place_of_another() {
        var now = open(ONE);
        var other = UUID.randomUUID();
        keyOf(now, record);
        keyOf(now, other);
        var wrapped = Objects.requireNonNull(keys().find(eq(record)).first()).get("wrapped");
        keys().updateOne(eq(other), Updates.set("wrapped", wrapped));

        assertThatThrownBy(() -> open(ONE).key(other)).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_lost_key_is_not_made_a_second_time() {
        var now = open(ONE);
        try (var session = CLIENT.startSession()) {
            assertThatThrownBy(() -> now.keyForWriting(session, record, true))
                    .isInstanceOf(SealBroken.class);
        }
        assertThat(keys().countDocuments(eq(record))).isZero();
    }

    @Test
    void versions_of_a_key_of_the_service_are_each_their_own_and_stay() {
        var search = open(ONE).versioned("search");
        search.make(1);
        search.make(2);
        byte[] first = search.version(1).key("tokens");

        search.make(1);

        assertThat(open(ONE).versioned("search").version(1).key("tokens")).isEqualTo(first);
        assertThat(search.newest()).isEqualTo(2);
        assertThat(open(ONE).versioned("sea").newest()).isZero();
        assertThat(search.version(2).key("tokens")).isNotEqualTo(first);
        assertThat(search.version(1).key("others")).isNotEqualTo(first);
        assertThatThrownBy(() -> search.version(3)).isInstanceOf(IllegalStateException.class);
    }

    private KeyVault open(String... versions) {
        return KeyVault.open(data, vault, master(versions), alarms.alarms());
    }

    private Rewrapping rewrapping(String... versions) {
        return new Rewrapping(
                vault, master(versions), new SimpleMeterRegistry(), alarms.alarms(), clock);
    }

    private void broken(UUID id) {
        keys().updateOne(eq(id), Updates.set("wrapped", new Binary(new byte[60])));
    }

    private static MasterKey master(String... versions) {
        return MasterKey.parse(String.join("\n", versions));
    }

    private static Aead keyOf(KeyVault vault, UUID record) {
        try (var session = CLIENT.startSession()) {
            return vault.keyForWriting(session, record, false);
        }
    }

    private long wrappedBy(int version) {
        return keys().countDocuments(eq("master", version));
    }

    private MongoCollection<Document> keys() {
        return vault.getCollection("keys");
    }

    /** A clock that the test moves on. */
    private static final class Hands extends Clock {

        private Instant now = Instant.EPOCH;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
