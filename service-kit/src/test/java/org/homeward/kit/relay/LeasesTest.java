package org.homeward.kit.relay;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.homeward.kit.test.Backends;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Leases in a real database, under a monotonic time that the test turns. */
class LeasesTest {

    private static final Set<Shard> SHARDS = Shard.of(List.of("a.v1"));
    private static MongoClient client;

    private final AtomicLong now = new AtomicLong(-5_000_000_000L);
    private final List<Leases> running = new ArrayList<>();
    private MongoDatabase database;

    @BeforeAll
    static void connect() {
        client = Node.client(Backends.shared().mongoUri("leases"), new Gate());
    }

    @AfterAll
    static void disconnect() {
        client.close();
    }

    @BeforeEach
    void newDatabase() {
        database = client.getDatabase(Backends.freshDatabase());
    }

    private Leases instance(String name) {
        var leases = new Leases(new LeaseTable(database), name, SHARDS, now::get);
        running.add(leases);
        return leases;
    }

    /** Everybody that runs beats so often, and gives up at once what it is to give up. */
    private void beats(int count) {
        for (int i = 0; i < count; i++) {
            now.addAndGet(Leases.BEAT.toNanos());
            for (Leases leases : running) {
                leases.tick();
                leases.leaving().forEach(leases::release);
            }
        }
    }

    @Test
    void one_instance_holds_everything_at_once() {
        var one = instance("one");

        one.tick();

        assertThat(one.held().keySet()).isEqualTo(SHARDS);
    }

    @Test
    void shards_are_spread_evenly_over_one_two_and_three_instances_and_belong_to_one_each() {
        var one = instance("one");
        beats(1);

        var two = instance("two");
        beats(3);
        assertThat(one.held()).hasSize(6);
        assertThat(two.held()).hasSize(6);

        var three = instance("three");
        beats(3);
        assertThat(running).allSatisfy(leases -> assertThat(leases.held()).hasSize(4));
        var all = new ArrayList<>(one.held().keySet());
        all.addAll(two.held().keySet());
        all.addAll(three.held().keySet());
        assertThat(all).containsExactlyInAnyOrderElementsOf(SHARDS);
    }

    private static List<Shard> allOf(List<Leases> holders) {
        return holders.stream().flatMap(leases -> leases.held().keySet().stream()).toList();
    }

    @Test
    void what_cannot_be_divided_differs_by_one_between_five_instances_and_between_four() {
        for (String name : List.of("one", "two", "three", "four", "five")) {
            instance(name);
            beats(2);
        }
        beats(3);
        assertThat(running).allSatisfy(leases -> assertThat(leases.held()).hasSizeBetween(2, 3));
        assertThat(allOf(running)).containsExactlyInAnyOrderElementsOf(SHARDS);

        running.removeFirst();
        beats(5);

        assertThat(allOf(running)).containsExactlyInAnyOrderElementsOf(SHARDS);
        assertThat(running).allSatisfy(leases -> assertThat(leases.held()).hasSize(3));
    }

    @Test
    void what_is_above_the_share_is_held_until_it_is_drained() {
        var one = instance("one");
        beats(1);
        running.add(new Leases(new LeaseTable(database), "two", SHARDS, now::get));
        running.getLast().tick();

        one.tick();

        assertThat(one.leaving()).hasSize(6);
        assertThat(one.held()).hasSize(12);
    }

    @Test
    void leases_of_a_dead_instance_are_taken_over_within_five_seconds_under_a_higher_epoch() {
        var dead = instance("dead");
        var alive = instance("alive");
        beats(5);
        dead.tick(); // just after the other has looked
        var lost = dead.held();
        running.remove(dead);
        long died = now.get();

        now.addAndGet(1); // nobody looks at the very moment
        beats(6);

        assertThat(Duration.ofNanos(now.get() - died)).isLessThan(Duration.ofSeconds(5));
        assertThat(alive.held().keySet()).isEqualTo(SHARDS);
        assertThat(lost)
                .isNotEmpty()
                .allSatisfy((shard, epoch) -> assertThat(alive.holds(shard, epoch + 1)).isTrue());
    }

    @Test
    void an_instance_that_slept_owns_nothing_before_anybody_may_take_over() {
        var sleeper = instance("sleeper");
        beats(1);
        var shard = SHARDS.iterator().next();
        long epoch = 1;
        assertThat(sleeper.holds(shard, epoch)).isTrue();

        now.addAndGet(Leases.FENCE.toNanos());

        assertThat(Leases.FENCE).isLessThan(Leases.DEAD);
        assertThat(sleeper.held()).isEmpty();
        assertThat(sleeper.holds(shard, epoch)).isFalse();
    }

    @Test
    void an_instance_that_slept_finds_its_leases_again_when_nobody_took_them() {
        var sleeper = instance("sleeper");
        beats(1);
        var before = sleeper.held();
        now.addAndGet(Duration.ofMinutes(1).toNanos());

        sleeper.tick();

        assertThat(sleeper.held()).isEqualTo(before);
    }

    @Test
    void an_instance_that_slept_past_its_lease_does_not_get_it_back() {
        var sleeper = instance("sleeper");
        beats(1);
        running.remove(sleeper);
        var taker = instance("taker");
        beats(6);
        var shard = SHARDS.iterator().next();

        sleeper.tick();

        assertThat(taker.held()).hasSize(12);
        assertThat(sleeper.held()).isEmpty();
        assertThat(sleeper.holds(shard, 1)).isFalse();
    }

    @Test
    void an_observer_that_slept_takes_nobody_for_dead() {
        var observer = instance("observer");
        var living = instance("living");
        beats(4);
        running.remove(observer);
        beats(30);

        observer.tick();

        assertThat(living.held()).isNotEmpty();
        assertThat(observer.held().keySet()).doesNotContainAnyElementsOf(living.held().keySet());
    }

    @Test
    void a_graceful_stop_releases_at_once() {
        var one = instance("one");
        var two = instance("two");
        beats(3);
        running.remove(one);

        one.close();
        beats(1);

        assertThat(one.held()).isEmpty();
        assertThat(two.held().keySet()).isEqualTo(SHARDS);
    }
}
