package org.homeward.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.HdrHistogram.Histogram;
import org.homeward.bench.load.Acks;
import org.homeward.bench.load.Effects;
import org.homeward.bench.load.HttpCommand;
import org.homeward.bench.load.Latencies;
import org.homeward.bench.load.Load;
import org.homeward.bench.process.Answer;
import org.homeward.bench.process.Child;
import org.homeward.bench.process.Order;

/**
 * One side of a comparison: the processes that do the work together. A load is spread evenly over
 * them, and nothing is over before every command has had its effect.
 */
record Contestants(List<Child> children, String topic, Ground ground) {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    /**
     * What a load came to.
     *
     * @param effects none where nothing reacts
     * @param lastEffect seconds from the start of the load to its last effect
     * @param cpu microseconds of processor time for each command, of all processes together
     */
    record Outcome(Acks acks, Histogram effects, double lastEffect, double cpu) {

        double effectsPerSecond() {
            return acks.done() / lastEffect;
        }
    }

    static Contestants of(Child only, String topic, Ground ground) {
        return new Contestants(List.of(only), topic, ground);
    }

    Outcome closed(Order.Kind kind, double seconds) {
        var before = watch();
        int each = Size.WORKERS / children.size();
        return outcome(before, all(Order.closed(kind, each, seconds)));
    }

    Outcome open(int rate, double seconds) {
        var before = watch();
        int each = children.size();
        return outcome(before, all(Order.open(Size.WORKERS * 2 / each, rate / each, seconds)));
    }

    Outcome http(double seconds) {
        var before = watch();
        List<HttpCommand> connections =
                IntStream.range(0, Size.WORKERS)
                        .mapToObj(
                                i ->
                                        new HttpCommand(
                                                children.get(i % children.size()).port(),
                                                ground.issuer(),
                                                "worker-" + i))
                        .toList();
        try {
            return outcome(
                    before,
                    Load.closed(
                            connections::get,
                            connections.size(),
                            Duration.ofMillis((long) (seconds * 1_000))));
        } finally {
            connections.forEach(HttpCommand::close);
        }
    }

    private Duration watch() {
        children.forEach(child -> child.ask(Order.of(Order.What.WATCH)));
        return ground.cpu();
    }

    private Acks all(Order order) {
        List<CompletableFuture<Answer>> asked = new ArrayList<>();
        for (Child child : children) {
            asked.add(
                    CompletableFuture.supplyAsync(
                            () -> child.ask(order), task -> Thread.ofVirtual().start(task)));
        }
        return asked.stream()
                .map(answer -> answer.join().acks())
                .reduce(Contestants::together)
                .orElseThrow();
    }

    private static Acks together(Acks one, Acks other) {
        Histogram both = one.latencies().copy();
        both.add(other.latencies());
        return new Acks(
                one.done() + other.done(),
                one.failed() + other.failed(),
                one.failure() == null ? other.failure() : one.failure(),
                Math.min(one.from(), other.from()),
                Math.max(one.to(), other.to()),
                both);
    }

    /**
     * @throws IllegalStateException when a command was refused or an effect does not come
     */
    private Outcome outcome(Duration cpuBefore, Acks acks) {
        if (acks.failed() > 0) {
            throw new IllegalStateException(
                    acks.failed() + " commands were refused, the first with " + acks.failure());
        }
        if (topic.isEmpty()) {
            return new Outcome(acks, Latencies.empty(), 0, cpu(cpuBefore, acks));
        }
        long end = System.nanoTime() + PATIENCE;
        while (true) {
            List<Effects.Seen> seen =
                    children.stream()
                            .map(child -> child.ask(Order.of(Order.What.EFFECTS)).effects())
                            .toList();
            long count = seen.stream().mapToLong(Effects.Seen::count).sum();
            if (count == acks.done()) {
                Histogram latencies = Latencies.empty();
                seen.forEach(part -> latencies.add(part.latencies()));
                long last = seen.stream().mapToLong(Effects.Seen::last).max().orElseThrow();
                return new Outcome(
                        acks, latencies, (last - acks.from()) / 1e9, cpu(cpuBefore, acks));
            }
            if (count > acks.done() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        count + " effects of " + acks.done() + " commands on " + topic);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    private double cpu(Duration before, Acks acks) {
        return ground.cpu().minus(before).toNanos() / 1e3 / Math.max(1, acks.done());
    }
}
