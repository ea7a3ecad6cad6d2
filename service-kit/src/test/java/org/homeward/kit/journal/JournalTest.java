package org.homeward.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.kit.journal.Purse.PURSES;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.homeward.contracts.Money;
import org.homeward.contracts.grant.FundCeilingChanged;
import org.homeward.contracts.story.StoryDrafted;
import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.journal.Purse.Note;
import org.homeward.kit.journal.Purse.Open;
import org.homeward.kit.observe.AlarmsForTest;
import org.homeward.kit.sealing.KeyDestroyed;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.Legibility;
import org.homeward.kit.sealing.MasterKey;
import org.homeward.kit.sealing.SealBroken;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Scope;
import org.homeward.kit.test.Backends;
import org.homeward.kit.web.AlreadyExists;
import org.homeward.kit.web.KeyReused;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.VersionRequired;
import org.homeward.kit.web.VersionStale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JournalTest {

    private final Set<String> woken = new HashSet<>();
    private final JournalFixture fixture = new JournalFixture(woken::addAll);
    private final UUID id = UUID.randomUUID();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void a_command_writes_state_entry_and_answer_together() {
        var answer = create("k1", "body");

        assertThat(answer).isEqualTo(new Receipt(201, "/purses/" + id, id, 1, 1));
        var entry = fixture.entries().getFirst();
        assertThat(entry.get("fact", Document.class))
                .containsEntry("subject", "worker")
                .containsEntry("actor", JournalFixture.call().actor().pseudonym())
                .containsEntry("action", "POST /purses")
                .containsEntry("type", "purse");
        assertThat(entry.get("request", Document.class)).containsEntry("print", "body");
        assertThat(entry.get("outbox", Document.class).getString("shard"))
                .isIn(woken)
                .startsWith("homeward.grant.v1/");
        assertThat(entry.getList("events", Document.class)).hasSize(1);
    }

    @Test
    void the_same_key_and_body_again_gets_the_stored_answer_and_changes_nothing() {
        var first = create("k1", "body");

        assertThat(create("k1", "body")).isEqualTo(first);
        assertThat(fixture.entries()).hasSize(1);
    }

    @Test
    void an_answer_is_remembered_for_thirty_days_and_its_entry_for_good() {
        create("k1", "body");

        purgeAfter(Duration.ofDays(29));
        assertThat(fixture.entries().getFirst()).containsKey("request");

        purgeAfter(Duration.ofDays(31));
        assertThat(fixture.entries().getFirst())
                .doesNotContainKey("request")
                .containsKeys("fact", "events");
    }

    private void purgeAfter(Duration time) {
        new RequestPurge(fixture.requests, Clock.offset(Clock.systemUTC(), time)).purge();
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        create("k1", "body");

        assertThatThrownBy(() -> create("k1", "other")).isInstanceOf(KeyReused.class);
    }

    @Test
    void an_id_that_is_taken_is_refused_under_another_key() {
        create("k1", "body");

        assertThatThrownBy(() -> create("k2", "body")).isInstanceOf(AlreadyExists.class);
    }

    @Test
    void twenty_at_once_with_one_key_have_one_effect_and_equal_answers() throws Exception {
        create("k1", "body");

        var answers = atOnce(20, () -> put(JournalFixture.call("one", 1L, "put")));

        assertThat(new HashSet<>(answers)).hasSize(1);
        assertThat(coins()).isEqualTo(1);
        assertThat(fixture.entries()).hasSize(2);
    }

    @Test
    void lost_races_run_again_until_every_command_is_counted() throws Exception {
        create("k1", "body");

        atOnce(40, () -> putUnmatched());

        assertThat(coins()).isEqualTo(40);
        assertThat(fixture.entries()).hasSize(41);
        assertThat(sequences())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 41).boxed().toList());
        assertThat(orders()).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_stale_version_is_refused_and_a_missing_one_demanded() {
        create("k1", "body");
        put(JournalFixture.call("k2", 1L, "b"));

        assertThatThrownBy(() -> put(JournalFixture.call("k3", 1L, "b")))
                .isInstanceOf(VersionStale.class);
        assertThatThrownBy(() -> put(JournalFixture.call("k4", null, "b")))
                .isInstanceOf(VersionRequired.class);
        assertThat(coins()).isEqualTo(1);
    }

    @Test
    void what_is_out_of_scope_is_not_found() {
        create("k1", "body");

        for (var scope : List.of(new Scope("other", null), new Scope("hope", Set.of("D2")))) {
            assertThatThrownBy(() -> load(scope)).isInstanceOf(NotFound.class);
        }
        assertThat(load(new Scope("hope", Set.of("D1", "D2"))).version()).isEqualTo(1);
    }

    @Test
    void a_refusal_leaves_nothing_behind() {
        create("k1", "body");

        assertThatThrownBy(
                        () ->
                                fixture.journal.run(
                                        JournalFixture.call(),
                                        change -> {
                                            var open = open(change);
                                            change.update(open, ((Open) open.state()).put(5));
                                            throw new NotFound();
                                        }))
                .isInstanceOf(NotFound.class);
        assertThat(coins()).isZero();
        assertThat(fixture.entries()).hasSize(1);
    }

    @Test
    void an_entry_names_the_fields_that_changed_and_no_value() {
        create("k1", "body");
        put(JournalFixture.call("k2", 1L, "b"));

        var fact = fixture.entries().get(1).get("fact", Document.class);
        assertThat(fact.getList("fields", String.class)).containsExactly("coins");
        assertThat(fact.toJson()).doesNotContain("very secret");
    }

    @Test
    void a_secret_is_sealed_at_rest_kept_over_changes_and_gone_with_its_key() {
        create("k1", "body");
        put(JournalFixture.call("k2", 1L, "b"));
        fixture.journal.run(
                JournalFixture.call(),
                change -> {
                    var open = open(change);
                    return Receipt.ok("/", change.update(open, ((Open) open.state()).shut()));
                });
        var document = fixture.template.getDb().getCollection("purses").find().first();
        assertThat(String.valueOf(document)).doesNotContain("very secret");
        assertThat(load(Scope.everything()).state().note().open())
                .isEqualTo(new Note("very secret", 7));

        erase();

        var erased = load(Scope.everything()).state().note();
        assertThat(erased.isReadable()).isFalse();
        assertThatThrownBy(erased::open).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void whoever_loses_to_its_own_repetition_gets_the_answer_of_the_first() {
        create("k1", "body");
        var call = JournalFixture.call("k2", null, "put");
        var first = new AtomicReference<Receipt>();

        var second =
                fixture.journal.run(
                        call,
                        change -> {
                            if (first.get() == null) {
                                first.set(putUnmatched(call));
                            }
                            var purse = open(change);
                            return Receipt.ok(
                                    "/", change.update(purse, ((Open) purse.state()).put(1)));
                        });

        assertThat(second).isEqualTo(first.get());
        assertThat(coins()).isEqualTo(1);
    }

    @Test
    void a_creation_that_loses_to_its_own_repetition_gets_the_answer_of_the_first() {
        var first = new AtomicReference<Receipt>();

        var second =
                fixture.journal.run(
                        JournalFixture.call("k1", null, "body"),
                        change -> {
                            if (first.get() == null) {
                                first.set(create("k1", "body"));
                            }
                            var made = change.create(PURSES, UUID.randomUUID(), empty());
                            return Receipt.created("/purses/" + made.id(), made);
                        });

        assertThat(second).isEqualTo(first.get());
        assertThat(fixture.entries()).hasSize(1);
    }

    @Test
    void a_repetition_without_if_match_has_no_second_effect() {
        create("k1", "body");
        var call = JournalFixture.call("k2", null, "put");

        var first = putUnmatched(call);

        assertThat(putUnmatched(call)).isEqualTo(first);
        assertThat(coins()).isEqualTo(1);
        assertThat(fixture.entries()).hasSize(2);
    }

    @Test
    void a_repetition_that_fails_on_its_way_gets_the_stored_answer_all_the_same() {
        var first = create("k1", "body");

        var second =
                fixture.journal.run(
                        JournalFixture.call("k1", null, "body"),
                        _ -> {
                            throw new IllegalStateException("a defect");
                        });

        assertThat(second).isEqualTo(first);
    }

    @Test
    void an_id_is_taken_whatever_the_type_of_the_aggregate_that_has_it() {
        create("k1", "body");
        var chests = AggregateType.of("chest", Purse.class, "chests");

        assertThatThrownBy(
                        () ->
                                fixture.journal.run(
                                        JournalFixture.call(),
                                        change ->
                                                Receipt.created(
                                                        "/", change.create(chests, id, empty()))))
                .isInstanceOf(AlreadyExists.class);
        assertThat(fixture.entries()).hasSize(1);
    }

    @Test
    void an_id_whose_key_was_destroyed_is_taken() {
        create("k1", "body");
        erase();

        assertThatThrownBy(() -> create("k2", "body")).isInstanceOf(AlreadyExists.class);
    }

    @Test
    void nothing_is_sealed_with_a_key_that_was_destroyed_elsewhere() {
        create("k1", "body");
        load(Scope.everything()).state().note().open();
        var elsewhere =
                KeyVault.open(
                        fixture.template.getDb(),
                        fixture.client.getDatabase(fixture.template.getDb().getName() + "_vault"),
                        MasterKey.read(Backends.shared().masterKey()),
                        new AlarmsForTest().alarms());
        try (var session = fixture.client.startSession()) {
            elsewhere.destroy(session, List.of(id), Instant.now());
        }

        assertThatThrownBy(this::sealAnew).isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void a_record_whose_key_was_lost_is_neither_read_nor_changed() {
        create("k1", "body");
        fixture.client
                .getDatabase(fixture.template.getDb().getName() + "_vault")
                .getCollection("keys")
                .deleteOne(new Document("_id", id));
        fixture.vault.forget(id);

        var note = load(Scope.everything()).state().note();
        assertThatThrownBy(note::open).isInstanceOf(SealBroken.class);
        assertThat(note.legibility()).isEqualTo(Legibility.UNAVAILABLE);
        assertThatThrownBy(this::sealAnew).isInstanceOf(SealBroken.class);
        assertThat(fixture.meters.counter("homeward.alarms", "kind", "record-unreadable").count())
                .isEqualTo(3);
        assertThat(fixture.entries()).hasSize(1);
    }

    @Test
    void what_a_renewed_key_had_sealed_opens_no_more_and_who_remembers_that_key_reads_on() {
        create("k1", "body");
        try (var elsewhere = new JournalFixture(fixture.template.getDb().getName(), "elsewhere")) {
            var before = load(elsewhere).state().note();
            assertThat(before.open()).isEqualTo(new Note("very secret", 7));

            fixture.journal.<Boolean>inTransaction(
                    Origin.system("renew", UUID.randomUUID()),
                    change -> {
                        change.renewKey(id);
                        sealAnew(change);
                        return true;
                    });

            assertThat(load(elsewhere).state().note().open()).isEqualTo(new Note("empty", 0));
            assertThat(load(fixture).state().note().open()).isEqualTo(new Note("empty", 0));
            assertThatThrownBy(before::open).isInstanceOf(SealBroken.class);
        }
    }

    @Test
    void a_key_that_was_destroyed_is_not_renewed() {
        create("k1", "body");
        erase();

        assertThatThrownBy(
                        () ->
                                fixture.journal.<Boolean>inTransaction(
                                        Origin.system("renew", UUID.randomUUID()),
                                        change -> {
                                            change.renewKey(id);
                                            return true;
                                        }))
                .isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void nothing_is_sealed_with_a_key_that_the_same_change_destroys() {
        create("k1", "body");

        assertThatThrownBy(
                        () ->
                                fixture.journal.inTransaction(
                                        Origin.system("erase", UUID.randomUUID()),
                                        change -> {
                                            change.destroyKey(id);
                                            return sealAnew(change);
                                        }))
                .isInstanceOf(KeyDestroyed.class);
    }

    @Test
    void events_of_one_decision_are_for_one_topic() {
        assertThatThrownBy(
                        () ->
                                fixture.journal.run(
                                        JournalFixture.call(),
                                        change ->
                                                Receipt.created(
                                                        "/",
                                                        change.create(
                                                                PURSES,
                                                                id,
                                                                Decision.of(
                                                                        empty().state(),
                                                                        happened(),
                                                                        new StoryDrafted(
                                                                                id,
                                                                                StoryKind
                                                                                        .STORY))))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("two topics");
    }

    @Test
    void a_change_may_be_made_on_behalf_of_another() {
        create("k1", "body");
        var cause = Origin.system("homeward.thing.happened.v1", UUID.randomUUID());

        fixture.journal.inTransaction(
                Origin.system("poll", UUID.randomUUID()),
                change -> {
                    var part = change.causedBy(cause);
                    var purse = open(part);
                    return part.update(purse, ((Open) purse.state()).put(1));
                });

        assertThat(fixture.entries().getLast().get("fact", Document.class))
                .containsEntry("action", cause.action())
                .containsEntry("command", cause.command());
    }

    private Receipt create(String key, String body) {
        return fixture.journal.run(
                JournalFixture.call(key, null, body),
                change ->
                        Receipt.created(
                                "/purses/" + id,
                                change.create(
                                        PURSES,
                                        id,
                                        Decision.of(
                                                new Open(
                                                        "hope",
                                                        "D1",
                                                        0,
                                                        Secret.of(new Note("very secret", 7))),
                                                happened()))));
    }

    private Receipt put(org.homeward.kit.web.Call call) {
        return fixture.journal.run(
                call,
                change -> {
                    var purse = change.loadMatching(PURSES, id, call);
                    return Receipt.ok(
                            "/purses/" + id,
                            change.update(purse, ((Open) purse.state()).put(1, happened())));
                });
    }

    private void erase() {
        fixture.journal.inTransaction(
                Origin.system("erase", UUID.randomUUID()),
                change -> {
                    change.destroyKey(id);
                    return 0;
                });
    }

    private Stored<Purse> sealAnew() {
        return fixture.journal.inTransaction(
                Origin.system("seal", UUID.randomUUID()), this::sealAnew);
    }

    private Stored<Purse> sealAnew(Change change) {
        return change.update(open(change), empty());
    }

    private static Decision<Open> empty() {
        return Decision.of(new Open("hope", "D1", 0, Secret.of(new Note("empty", 0))));
    }

    private Receipt putUnmatched() {
        return putUnmatched(JournalFixture.call());
    }

    private Receipt putUnmatched(org.homeward.kit.web.Call call) {
        return fixture.journal.run(
                call,
                change -> {
                    var purse = open(change);
                    return Receipt.ok(
                            "/", change.update(purse, ((Open) purse.state()).put(1, happened())));
                });
    }

    private Stored<Purse> open(Change change) {
        return change.find(PURSES, id).orElseThrow();
    }

    private Stored<Purse> load(Scope scope) {
        return fixture.journal.inTransaction(
                Origin.system("look", UUID.randomUUID()), change -> change.load(PURSES, id, scope));
    }

    private Stored<Purse> load(JournalFixture instance) {
        return instance.journal.inTransaction(Origin.system("look", UUID.randomUUID()), this::open);
    }

    private FundCeilingChanged happened() {
        return new FundCeilingChanged(id, new Money("1.00", "TJS"));
    }

    private long coins() {
        return ((Open) load(Scope.everything()).state()).coins();
    }

    private List<Integer> sequences() {
        return fixture.entries().stream()
                .map(e -> e.getList("events", Document.class).getFirst().getLong("sequence"))
                .map(Long::intValue)
                .toList();
    }

    private List<Long> orders() {
        return fixture.entries().stream()
                .map(e -> e.get("outbox", Document.class).getLong("order"))
                .toList();
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var running = IntStream.range(0, times).mapToObj(i -> pool.submit(work)).toList();
            return running.stream().map(JournalTest::result).collect(Collectors.toList());
        }
    }

    private static <T> T result(Future<T> running) {
        try {
            return running.get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
