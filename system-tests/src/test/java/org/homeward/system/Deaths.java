package org.homeward.system;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.homeward.system.Halt.Point;

/**
 * Kills every piece of a system once while it works (SIGKILL) and starts it again: each service at
 * a {@link Point}, all of which are used, and MongoDB and Kafka at steps of the demo. Which dies
 * where is drawn from a seed.
 */
final class Deaths implements AutoCloseable {

    private static final List<String> SERVICES =
            List.of(
                    "beneficiary-service",
                    "grant-service",
                    "story-service",
                    "notification-service");

    /** Steps of the demo at which MongoDB or Kafka may die, in the order they are reported. */
    private static final List<String> STEPS =
            List.of(
                    "case A: registered",
                    "case A: agrees to be helped",
                    "case A: application written",
                    "case A: story written",
                    "case A: says yes",
                    "case A: story published");

    /** As each service sends, marks and, the first apart, handles two events at least. */
    private static final int TIMES = 2;

    private final LocalSystem system;
    private final Map<String, Point> points;
    private final Map<String, Integer> times = new TreeMap<>();
    private final Queue<String> steps;
    private final Queue<String> backends;
    private final List<Halt> halts = new ArrayList<>();
    private final List<CompletableFuture<Void>> coming = new ArrayList<>();
    private final Map<String, String> died = Collections.synchronizedMap(new TreeMap<>());
    private final Map<Point, Integer> reached = Collections.synchronizedMap(new TreeMap<>());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Deaths(LocalSystem system, Random random) {
        this.system = system;
        this.points = draw(random);
        SERVICES.forEach(service -> times.put(service, 1 + random.nextInt(TIMES)));
        var chosen = new ArrayList<>(STEPS);
        while (chosen.size() > 2) {
            chosen.remove(random.nextInt(chosen.size()));
        }
        this.steps = new ArrayDeque<>(chosen);
        var order = new ArrayList<>(List.of("mongodb", "kafka"));
        Collections.shuffle(order, random);
        this.backends = new ArrayDeque<>(order);
    }

    /** A point for each service, until all points are used; the first service handles no events. */
    private static Map<String, Point> draw(Random random) {
        Map<String, Point> drawn = new TreeMap<>();
        do {
            for (var service : SERVICES) {
                var possible = new ArrayList<>(EnumSet.allOf(Point.class));
                if (service.equals(SERVICES.getFirst())) {
                    possible.remove(Point.INSIDE_A_HANDLER);
                }
                drawn.put(service, possible.get(random.nextInt(possible.size())));
            }
        } while (!drawn.values().containsAll(EnumSet.allOf(Point.class)));
        return drawn;
    }

    /** From now on the services die when they come to their points. */
    void arm() {
        points.forEach(
                (service, point) -> {
                    int time = times.getOrDefault(service, 1);
                    var halt = Halt.at(point, time, system.debugPort(service));
                    halts.add(halt);
                    coming.add(
                            CompletableFuture.runAsync(
                                    () -> {
                                        if (halt.await()) {
                                            reached.merge(point, 1, Integer::sum);
                                            kill(service, point + ", time " + time);
                                        }
                                    },
                                    threads));
                });
    }

    /** Kills MongoDB or Kafka if the demo has come to such a step. */
    void watch(String line) {
        var step = steps.peek();
        if (step != null && line.contains(step)) {
            steps.remove();
            var backend = backends.remove();
            synchronized (system) {
                kill(backend, step);
            }
        }
    }

    private void kill(String piece, String when) {
        system.kill(piece);
        died.put(piece, when);
        System.out.println("killed " + piece + ": " + when);
        synchronized (system) {
            system.up();
        }
    }

    /**
     * Who has died, and where.
     *
     * @throws java.util.concurrent.CompletionException when one is still alive after a minute
     */
    Map<String, String> all() {
        CompletableFuture.allOf(coming.toArray(CompletableFuture[]::new))
                .orTimeout(1, TimeUnit.MINUTES)
                .join();
        return new TreeMap<>(died);
    }

    /** How many services have stood at each point when they were killed. */
    Map<Point, Integer> reached() {
        return new TreeMap<>(reached);
    }

    @Override
    public void close() {
        halts.forEach(Halt::close);
        threads.close();
    }
}
