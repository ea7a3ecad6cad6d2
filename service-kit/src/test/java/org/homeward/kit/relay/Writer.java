package org.homeward.kit.relay;

import com.mongodb.MongoException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Commits to things that it shares with other writers, by a clock that jumps. Some transactions are
 * aborted, some stay open while others commit.
 */
final class Writer extends Thread {

    private static final List<UUID> THINGS =
            IntStream.range(0, 25).mapToObj(_ -> UUID.randomUUID()).toList();

    private final HandJournal journal;
    private final Random random;
    private volatile boolean going = true;
    private final AtomicInteger commits = new AtomicInteger();
    private volatile @Nullable RuntimeException broken;

    Writer(Rig rig, String name, long seed) {
        super(name);
        setDaemon(true);
        this.journal = rig.journalOf(name);
        this.random = new Random(seed);
    }

    @Override
    public void run() {
        try {
            while (going) {
                step(true);
            }
        } catch (RuntimeException failure) {
            broken = failure;
        }
    }

    private void step(boolean mayLinger) {
        double fate = random.nextDouble();
        var thing = random.nextInt(4) == 0 ? THINGS.getFirst() : any();
        try (var open = journal.open(thing, 1 + random.nextInt(3), now(), text())) {
            if (fate < 0.1) {
                return; // aborted
            }
            if (fate < 0.25 && mayLinger) {
                for (int i = 0; i < 4; i++) {
                    step(false);
                }
            }
            open.commit();
            commits.incrementAndGet();
        } catch (MongoException lost) {
            if (!lost.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                    && lost.getCode() != 11000) {
                throw lost;
            }
        }
    }

    private UUID any() {
        return THINGS.get(random.nextInt(THINGS.size()));
    }

    private String text() {
        return getName() + " " + random.nextLong();
    }

    private Instant now() {
        var hours = random.nextInt(10) == 0 ? random.nextInt(3) - 1 : 0;
        return Instant.now().plus(Duration.ofHours(hours));
    }

    int commits() {
        return commits.get();
    }

    void finish() throws InterruptedException {
        going = false;
        join();
        if (broken != null) {
            throw broken;
        }
    }
}
