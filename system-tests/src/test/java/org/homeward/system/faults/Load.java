package org.homeward.system.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.homeward.system.LocalSystem;

/** Several clients at work until they are told to finish what they are at. */
final class Load implements AutoCloseable {

    private static final Path CASES = Path.of("..", "demo", "cases.yaml");
    private static final Duration FINISH = Duration.ofMinutes(4);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> clients = new ArrayList<>();
    private final Staff staff;
    private final Diary diary;
    private volatile boolean going = true;

    private Load(Staff staff, Diary diary) {
        this.staff = staff;
        this.diary = diary;
    }

    static Load start(LocalSystem system, int clients, Random random, Diary diary) {
        var staff = new Staff(system, diary);
        var load = new Load(staff, diary);
        var office = new Office(staff, random);
        var calendar = new Calendar(staff);
        var samples = new Samples(CASES);
        office.open(random);
        for (int i = 0; i < clients; i++) {
            var own = new Random(random.nextLong());
            load.loop(
                    () ->
                            new Life(staff, diary, samples, calendar, office, own, () -> load.going)
                                    .live());
        }
        var own = new Random(random.nextLong());
        load.loop(
                () -> {
                    office.raise(own);
                    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                });
        return load;
    }

    private void loop(Runnable work) {
        clients.add(
                CompletableFuture.runAsync(
                        () -> {
                            while (going) {
                                try {
                                    work.run();
                                } catch (RuntimeException broken) {
                                    diary.surprise("a client broke: " + broken);
                                }
                            }
                        },
                        threads));
    }

    /** Every request that is on its way is answered for good, or the diary says which was not. */
    void finish() {
        going = false;
        CompletableFuture.allOf(clients.toArray(CompletableFuture[]::new))
                .orTimeout(FINISH.toSeconds(), TimeUnit.SECONDS)
                .join();
    }

    @Override
    public void close() {
        going = false;
        threads.shutdownNow();
        staff.close();
    }
}
