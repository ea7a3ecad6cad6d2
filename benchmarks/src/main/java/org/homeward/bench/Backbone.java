package org.homeward.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.ObjDoubleConsumer;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.homeward.bench.Contestants.Outcome;
import org.homeward.bench.floor.Floor;
import org.homeward.bench.ours.Ours;
import org.homeward.bench.process.Child;
import org.homeward.bench.process.Order;
import org.homeward.bench.process.Order.Kind;
import org.homeward.bench.report.Figure;
import org.homeward.bench.report.Figure.Runs;
import org.homeward.bench.report.Goal;
import org.jspecify.annotations.Nullable;

/**
 * Measures the event backbone and its floor in one run, in turn: a machine that is busy for a while
 * is so for both.
 */
final class Backbone {

    static final String TOPIC = "homeward.notification.v1";
    private static final String FLOOR_TOPIC = "bench.floor";
    private static final Set<String> LESS_IS_BETTER = Set.of("ms", "µs");
    private static final String ALONE = "alone";

    private final Size size;
    private final Set<Part> parts;
    private final Ground ground;
    private final String measured;
    private final Consumer<String> progress;
    private final List<Runs> all = new ArrayList<>();

    /** What can be measured by itself. */
    enum Part {
        COMMIT,
        RUNNING,
        HTTP,
        OPEN,
        DRAIN,
        TWO
    }

    Backbone(Size size, Set<Part> parts, Ground ground, String date, Consumer<String> progress) {
        this.size = size;
        this.measured = date + ", " + size.name();
        this.parts = parts;
        this.ground = ground;
        this.progress = progress;
    }

    List<Figure> measure() {
        progress.accept("starting the processes under measurement");
        var journal = ground.child("journal", Ours.class, ALONE, "");
        var first = ground.child("ours-1", Ours.class, "ours", TOPIC);
        var bare = ground.child("floor", Floor.class, "floor", FLOOR_TOPIC);
        Drain.makeTopic(ground.kafka(), FLOOR_TOPIC);
        Stream.of(journal, first, bare).forEach(Child::ready);
        journal.ask(Order.closed(Kind.ALONE, 1, 0.05));
        bare.ask(Order.copy(ALONE));

        var alone = Contestants.of(journal, "", ground);
        var bareAlone = Contestants.of(bare, "", ground);
        var ours = Contestants.of(first, TOPIC, ground);
        var floor = Contestants.of(bare, FLOOR_TOPIC, ground);
        if (parts.contains(Part.COMMIT)) {
            commits(alone, bareAlone);
        }
        pipeline("", "one instance", ours, floor);
        if (parts.contains(Part.DRAIN)) {
            drains(journal, bare);
        }
        if (parts.contains(Part.TWO)) {
            twoInstances(first, floor);
        }
        return all.stream().map(runs -> runs.figure(measured)).toList();
    }

    private void warmUp(String what, DoubleFunction<Outcome> loop) {
        int loops =
                WarmUp.loops(() -> loop.apply(size.closed()).acks().perSecond(), size.warmUps());
        progress.accept(
                String.format(
                        Locale.ROOT,
                        "warming up, %s: %d loops of %.1f s",
                        what,
                        loops,
                        size.closed()));
    }

    private void commits(Contestants alone, Contestants bare) {
        warmUp("the journal", seconds -> alone.closed(Kind.ALONE, seconds));
        warmUp("sealed", seconds -> alone.closed(Kind.SEALED, seconds));
        warmUp("floor", seconds -> bare.closed(Kind.ALONE, seconds));
        var closed =
                runs(
                        "commit.closed",
                        "commit → ack, closed loop, " + Size.WORKERS + " workers",
                        "commands/s",
                        Goal.ofRatio(true, 0.85));
        var sealed =
                runs(
                        "commit.closed.sealed",
                        "the same with a sealed field, whose key is a third document",
                        "commands/s",
                        null);
        var cpu =
                runs(
                        "commit.cpu",
                        "processor time per command, all processes together; " + "commit alone",
                        "µs",
                        null);
        rounds(
                "commit, closed loop",
                () -> {
                    Outcome us = alone.closed(Kind.ALONE, size.closed());
                    Outcome least = bare.closed(Kind.ALONE, size.closed());
                    Outcome secret = alone.closed(Kind.SEALED, size.closed());
                    both(closed, us.acks().perSecond(), least.acks().perSecond());
                    both(cpu, us.cpu(), least.cpu());
                    both(sealed, secret.acks().perSecond(), least.acks().perSecond());
                },
                closed,
                cpu,
                sealed);
    }

    private void pipeline(String suffix, String who, Contestants ours, Contestants floor) {
        if (parts.contains(Part.RUNNING) || parts.contains(Part.OPEN)) {
            warmUp(who, seconds -> ours.closed(Kind.PLAIN, seconds));
            warmUp("floor", seconds -> floor.closed(Kind.PLAIN, seconds));
        }
        if (parts.contains(Part.RUNNING)) {
            running(suffix, who, ours, floor);
        }
        if (parts.contains(Part.HTTP)) {
            http(suffix, who, ours, floor);
        }
        if (parts.contains(Part.OPEN)) {
            open(200, suffix, who, ours, floor);
            if (suffix.isEmpty() || !size.isShort()) {
                open(500, suffix, who, ours, floor);
            }
        }
    }

    private void running(String suffix, String who, Contestants ours, Contestants floor) {
        var running =
                runs(
                        "running.ack" + suffix,
                        "commit → ack, closed loop, while all is published and reacted to; " + who,
                        "commands/s",
                        null);
        var effects =
                runs(
                        "running.effect" + suffix,
                        "commit → ack → effect, closed loop, until the last effect; " + who,
                        "commands/s",
                        null);
        var cpu =
                runs(
                        "running.cpu" + suffix,
                        "processor time per command, all processes together; "
                                + "with relay and inbox, "
                                + who,
                        "µs",
                        null);
        rounds(
                "closed loop with relay and inbox, " + who,
                () -> {
                    Outcome us = ours.closed(Kind.PLAIN, size.closed());
                    Outcome least = floor.closed(Kind.PLAIN, size.closed());
                    both(running, us.acks().perSecond(), least.acks().perSecond());
                    both(effects, us.effectsPerSecond(), least.effectsPerSecond());
                    both(cpu, us.cpu(), least.cpu());
                },
                running,
                effects,
                cpu);
    }

    private void http(String suffix, String who, Contestants ours, Contestants floor) {
        warmUp("through HTTP, " + who, ours::http);
        warmUp("through HTTP, floor", floor::http);
        var web =
                runs(
                        "http.effect" + suffix,
                        "commit → ack → effect through HTTP, until the last effect; " + who,
                        "commands/s",
                        suffix.isEmpty() ? Goal.ofRatio(true, 0.6) : null);
        var webAck =
                runs(
                        "http.ack" + suffix,
                        "commit → ack through HTTP, closed loop, 32 connections; " + who,
                        "commands/s",
                        null);
        var cpu =
                runs(
                        "http.cpu" + suffix,
                        "processor time per command, all processes together; "
                                + "through HTTP, "
                                + who,
                        "µs",
                        null);
        rounds(
                "through HTTP, " + who,
                () -> {
                    Outcome us = ours.http(size.closed());
                    Outcome least = floor.http(size.closed());
                    both(web, us.effectsPerSecond(), least.effectsPerSecond());
                    both(webAck, us.acks().perSecond(), least.acks().perSecond());
                    both(cpu, us.cpu(), least.cpu());
                },
                web,
                webAck,
                cpu);
    }

    private void open(int rate, String suffix, String who, Contestants ours, Contestants floor) {
        Map<String, Runs> figures = new TreeMap<>();
        for (String end : List.of("ack", "topic", "effect")) {
            for (int percent : List.of(50, 99)) {
                String name = "open" + rate + "." + end + ".p" + percent;
                figures.put(
                        name,
                        runs(
                                name + suffix,
                                "commit → %s, %d/s, p%d; %s".formatted(end, rate, percent, who),
                                "ms",
                                suffix.isEmpty() ? GOALS.get(name) : null));
            }
        }
        rounds(
                rate + " commands/s, " + who,
                () -> {
                    arrive(rate, ours, figures, Runs::ours);
                    arrive(rate, floor, figures, Runs::floor);
                },
                figures.values().toArray(Runs[]::new));
    }

    private static final Map<String, Goal> GOALS =
            Map.of(
                    "open200.ack.p50", new Goal(false, 3.0, null),
                    "open200.ack.p99", Goal.atMost(10, 1.5),
                    "open200.effect.p50", new Goal(false, 10.0, null),
                    "open200.effect.p99", Goal.atMost(40, 2),
                    "open500.ack.p99", Goal.ofRatio(false, 2),
                    "open500.effect.p99", Goal.ofRatio(false, 2));

    private void arrive(
            int rate, Contestants side, Map<String, Runs> figures, ObjDoubleConsumer<Runs> record) {
        try (var arrivals = new Arrivals(ground.kafka(), side.topic())) {
            Outcome outcome = side.open(rate, size.open());
            Map<String, Histogram> ends =
                    Map.of(
                            "ack", outcome.acks().latencies(),
                            "topic", arrivals.latencies(outcome.acks().done()),
                            "effect", outcome.effects());
            ends.forEach(
                    (end, latencies) -> {
                        for (int percent : List.of(50, 99)) {
                            record.accept(
                                    percentile(figures, rate, end, percent),
                                    latencies.getValueAtPercentile(percent) / 1e6);
                        }
                    });
        }
    }

    private static Runs percentile(Map<String, Runs> figures, int rate, String end, int percent) {
        return Objects.requireNonNull(figures.get("open" + rate + "." + end + ".p" + percent));
    }

    private void drains(Child journal, Child bare) {
        var rate =
                runs(
                        "drain.rate",
                        String.format(Locale.ROOT, "drain of a backlog of %,d", size.backlog()),
                        "events/s",
                        new Goal(true, 20_000.0, null));
        var flat =
                runs(
                        "drain.flat",
                        "rate of its last tenth over that of the first",
                        "",
                        new Goal(true, 0.8, null));
        var drain = new Drain(ground, ALONE);
        if (!size.isTrial()) {
            progress.accept("drain: warming up");
            int warm = Math.min(100_000, size.backlog() / 2);
            drain.of(journal, warm);
            drain.of(bare, warm);
        }
        for (int round = 1; round <= size.drains(); round++) {
            var us = drain.of(journal, size.backlog());
            rate.ours(us.rate());
            flat.ours(us.flat());
            var least = drain.of(bare, size.backlog());
            rate.floor(least.rate());
            flat.floor(least.flat());
        }
        say(rate.figure(measured));
        say(flat.figure(measured));
    }

    private void twoInstances(Child first, Contestants floor) {
        progress.accept("starting a second instance");
        var second = ground.child("ours-2", Ours.class, "ours", TOPIC).ready();
        var both = new Contestants(List.of(first, second), TOPIC, ground);
        pipeline(".two", "two instances", both, floor);
        ground.end(second);
    }

    private Runs runs(String name, String says, String unit, @Nullable Goal goal) {
        var runs = new Runs(name, says, unit, !LESS_IS_BETTER.contains(unit), goal);
        all.add(runs);
        return runs;
    }

    private static void both(Runs runs, double ours, double floor) {
        runs.ours(ours);
        runs.floor(floor);
    }

    private void rounds(String what, Runnable round, Runs... shown) {
        for (int i = 1; i <= size.rounds(); i++) {
            round.run();
        }
        progress.accept(what + ", " + size.rounds() + " rounds");
        for (Runs runs : shown) {
            say(runs.figure(measured));
        }
    }

    private void say(Figure figure) {
        progress.accept(
                String.format(
                        Locale.ROOT,
                        "  %s: %,.2f %s, floor %,.2f, ratio %.2f",
                        figure.says(),
                        figure.ours(),
                        figure.unit(),
                        figure.floor(),
                        figure.ratio()));
    }
}
