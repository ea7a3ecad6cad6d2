package org.homeward.system.faults;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.homeward.system.Halt.Point;
import org.homeward.system.faults.Fault.Backend;
import org.homeward.system.faults.Fault.Broken;
import org.homeward.system.faults.Fault.ClockBehind;
import org.homeward.system.faults.Fault.FullDisk;
import org.homeward.system.faults.Fault.Kill;
import org.homeward.system.faults.Fault.KillAt;
import org.homeward.system.faults.Fault.LostTail;
import org.homeward.system.faults.Fault.Pause;
import org.homeward.system.faults.Fault.Rebuilding;
import org.homeward.system.faults.Fault.Slow;
import org.homeward.system.faults.Fault.StepDown;
import org.homeward.system.faults.Fault.Stop;
import org.homeward.system.faults.Fault.Together;
import org.homeward.system.faults.Wire.Quality;

/** Faults drawn from a seed: every kind as likely as every other, on whomever it hits. */
final class Mix {

    /** Tokens are still valid by such a clock. */
    static final Duration BEHIND = Duration.ofSeconds(25);

    /** Longer than the producer tries to deliver, and than a lease lasts. */
    static final Duration LONG = Duration.ofSeconds(13);

    /** What can be done; the name for {@code --only}. */
    enum Kind {
        KILL,
        KILL_BEFORE_SEND,
        KILL_BEFORE_MARK,
        KILL_IN_HANDLER,
        PAUSE,
        STOP,
        KILL_MONGODB,
        KILL_KAFKA,
        KILL_BACKENDS,
        CUT_KAFKA,
        CUT_MONGODB,
        SILENCE_KAFKA,
        SILENCE_MONGODB,
        SLOW,
        STEP_DOWN,
        SMTP_AWAY,
        CLOCK_BEHIND,
        KAFKA_DISK_FULL,
        MONGODB_DISK_FULL,
        LOST_TAIL,
        REBUILD
    }

    private final Random random;
    private final List<Kind> kinds;

    Mix(Random random) {
        this(random, List.of(Kind.values()));
    }

    /**
     * @param kinds to draw from
     */
    Mix(Random random, List<Kind> kinds) {
        this.random = random;
        this.kinds = List.copyOf(kinds);
    }

    /** What no run leaves out, in an order that the seed decides only in part. */
    List<Step> essential() {
        var behind = new ClockBehind(Service.GRANT.pieces().get(1), BEHIND);
        return List.of(
                step(new Together(behind, new Broken(Backend.KAFKA, Quality.DEAF)), LONG),
                step(
                        new Together(
                                new Broken(Backend.KAFKA, Quality.CUT),
                                new Kill(any(Service.BENEFICIARY), any(Service.GRANT))),
                        Duration.ofSeconds(1)),
                step(new KillAt(any(reader()), Point.INSIDE_A_HANDLER), Duration.ZERO),
                step(new Pause(any(Service.BENEFICIARY)), Duration.ofSeconds(6)),
                step(new Kill("kafka", "mongodb"), Duration.ZERO));
    }

    private static Step step(Fault fault, Duration lasts) {
        return new Step(fault, lasts, Duration.ofSeconds(2));
    }

    /** One of every kind, for as long as there is time. */
    Iterator<Step> until(long end) {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return System.nanoTime() - end < 0;
            }

            @Override
            public Step next() {
                var lasts = Duration.ofMillis(500 + random.nextInt(13_000));
                return new Step(
                        of(kinds.get(random.nextInt(kinds.size()))),
                        lasts,
                        Duration.ofMillis(500 + random.nextInt(6000)));
            }
        };
    }

    /** Every kind once. */
    List<Step> each() {
        return kinds.stream().map(kind -> step(of(kind), LONG)).toList();
    }

    private Fault of(Kind kind) {
        return switch (kind) {
            case KILL -> new Kill(any());
            case KILL_BEFORE_SEND -> new KillAt(any(), Point.AFTER_COMMIT_BEFORE_SEND);
            case KILL_BEFORE_MARK -> new KillAt(any(), Point.AFTER_ACK_BEFORE_MARK);
            case KILL_IN_HANDLER -> new KillAt(any(reader()), Point.INSIDE_A_HANDLER);
            case PAUSE -> new Pause(any());
            case STOP -> new Stop(any());
            case KILL_MONGODB -> new Kill("mongodb");
            case KILL_KAFKA -> new Kill("kafka");
            case KILL_BACKENDS -> new Kill("mongodb", "kafka");
            case CUT_KAFKA -> new Broken(Backend.KAFKA, Quality.CUT);
            case CUT_MONGODB -> new Broken(Backend.MONGODB, Quality.CUT);
            case SILENCE_KAFKA -> new Broken(Backend.KAFKA, bad());
            case SILENCE_MONGODB -> new Broken(Backend.MONGODB, bad());
            case SLOW -> new Slow(anyBackend(), Duration.ofMillis(20 + random.nextInt(200)));
            case STEP_DOWN -> new StepDown(1 + random.nextInt(5));
            case SMTP_AWAY ->
                    new Broken(Backend.SMTP, random.nextBoolean() ? Quality.CUT : Quality.DEAF);
            case CLOCK_BEHIND ->
                    new Together(
                            new ClockBehind(any(Service.GRANT), BEHIND),
                            new Broken(Backend.KAFKA, bad()),
                            new Kill(any()));
            case KAFKA_DISK_FULL -> new FullDisk("kafka");
            case MONGODB_DISK_FULL -> new FullDisk("mongodb");
            case LOST_TAIL -> new LostTail(500 + random.nextInt(4000));
            case REBUILD ->
                    new Rebuilding(
                            Duration.ofMillis(random.nextInt(20_000)),
                            new Kill(random.nextBoolean() ? any(Service.GRANT) : "mongodb"));
        };
    }

    private Quality bad() {
        return random.nextBoolean() ? Quality.DEAF : Quality.MUTE;
    }

    private Backend anyBackend() {
        return random.nextBoolean() ? Backend.KAFKA : Backend.MONGODB;
    }

    private Service reader() {
        return List.of(Service.GRANT, Service.STORY, Service.NOTIFICATION).get(random.nextInt(3));
    }

    private String any(Service service) {
        return service.pieces().get(random.nextInt(2));
    }

    private String any() {
        return Site.INSTANCES.get(random.nextInt(Site.INSTANCES.size()));
    }
}
