package org.homeward.system.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * One run from start to verdict: the system is started, clients work, faults come one after the
 * other, clients finish, everything comes to rest, what is left is judged.
 */
final class Campaign implements AutoCloseable {

    /** After the last piece runs again: what was committed before is on its topic. */
    private static final Duration MISSING_AT_MOST = Duration.ofSeconds(15);

    private static final Duration REST = Duration.ofMinutes(2);
    private static final Duration WARM = Duration.ofSeconds(5);

    /** Until leases of whoever was away are where they stay. */
    private static final Duration SETTLED = Duration.ofSeconds(6);

    private static final Duration CALM = Duration.ofSeconds(8);

    private final Site site = new Site();
    private final Diary diary = new Diary();
    private final List<Fault> inflicted = new ArrayList<>();
    private boolean good;
    private final Consumer<String> out;

    Campaign(Consumer<String> out) {
        this.out = out;
    }

    void start() {
        site.system().up();
        say("two instances of every service run");
    }

    /** Returns what did not hold. */
    Verdict play(Iterator<Step> steps, int clients, Random random) {
        Calm calm;
        try (var load = Load.start(site.system(), clients, random, diary)) {
            say(clients + " clients are at work");
            pause(WARM);
            while (steps.hasNext()) {
                play(steps.next());
            }
            pause(SETTLED);
            calm = Calm.now(site.system());
            say("calm");
            pause(CALM);
            say("the clients finish");
            load.finish();
        }
        var drained = comeToRest(calm);
        say("outboxes were empty " + drained.toMillis() + " ms after the last answer");
        diary.answers().forEach((how, count) -> out.accept("  answered " + how + ": " + count));
        var hidden = diary.hidden();
        if (!hidden.isEmpty()) {
            out.accept(
                    "  %d pages withdrawn, last seen after %d ms at most"
                            .formatted(hidden.size(), hidden.getLast().toMillis()));
        }
        try (var left = Evidence.gather(site.system(), diary, calm)) {
            var verdict = Verdict.on(left);
            out.accept(
                    "  %d promises, %d messages on the topics, %d public stories, %d faults"
                            .formatted(
                                    diary.promises().size(),
                                    left.topics().size(),
                                    diary.stories().size(),
                                    inflicted.size()));
            verdict.broken().forEach(line -> out.accept("BROKEN " + line));
            good = verdict.isGood();
            say(good ? "every invariant holds" : "BROKEN");
            return verdict;
        }
    }

    private void play(Step step) {
        say(step.fault().name());
        inflicted.add(step.fault());
        step.fault().inflict(site);
        pause(step.lasts());
        step.fault().heal(site);
        say("  healed: " + step.fault().name());
        var behind = catchUp();
        say("  nothing from before was unpublished " + behind.toMillis() + " ms later");
        if (behind.compareTo(MISSING_AT_MOST) > 0) {
            diary.surprise(
                    "events were missing "
                            + behind.toMillis()
                            + " ms after "
                            + step.fault().name());
        }
        pause(step.rest());
    }

    /** How long it takes until what was written before now is on the topics, or the bound. */
    private Duration catchUp() {
        long start = System.nanoTime();
        var now = Instant.now();
        try (var mongo = Evidence.client(site.system())) {
            while (System.nanoTime() - start < REST.toNanos()
                    && Arrays.stream(Service.values())
                            .anyMatch(service -> Books.isBehind(mongo, service, now))) {
                pause(Duration.ofMillis(100));
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** How long it took until nothing was left to do, or the bound. */
    private Duration comeToRest(Calm calm) {
        long start = System.nanoTime();
        try (var mongo = Evidence.client(site.system())) {
            while (System.nanoTime() - start < REST.toNanos()) {
                if (Evidence.waiting(mongo).isEmpty() && isRead(calm)) {
                    break;
                }
                pause(Duration.ofMillis(250));
            }
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private boolean isRead(Calm calm) {
        try (var left = Evidence.gather(site.system(), diary, calm)) {
            return new EveryConsumerIsAtTheEnd().broken(left).isEmpty();
        }
    }

    private void say(String what) {
        out.accept(
                LocalTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.MILLIS) + " " + what);
    }

    static void pause(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    @Override
    public void close() {
        for (var piece : Site.INSTANCES) {
            Signals.send("CONT", site.system(), piece);
        }
        site.close();
        if (good) { // half a gigabyte; what a bad run leaves is to be looked at
            site.system().run(_ -> {}, "reset", "--yes");
        }
    }
}
