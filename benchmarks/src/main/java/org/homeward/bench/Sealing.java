package org.homeward.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.homeward.bench.load.Acks;
import org.homeward.bench.load.Command;
import org.homeward.bench.load.Load;
import org.homeward.bench.people.Crowd;
import org.homeward.bench.people.PeopleService;
import org.homeward.bench.people.Somebody;
import org.homeward.bench.process.Settings;
import org.homeward.bench.report.Figure;
import org.homeward.bench.report.Figure.Runs;
import org.homeward.bench.report.Goal;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.grant.GrantClosed;
import org.homeward.contracts.grant.GrantErasureConfirmed;
import org.homeward.contracts.notification.NotificationErasureConfirmed;
import org.homeward.contracts.story.StoryErasureConfirmed;

/**
 * Measures what it costs that people are sealed, against the same service storing them plain, in
 * turn; and how fast they are found all the same.
 */
final class Sealing {

    private static final int WORKERS = 4;
    private static final int PAGE = 50;

    /** Workers who search in turn. */
    private static final int SEARCHERS = 400;

    private static final int PORTION = 10_000;

    private final Size size;
    private final Ground ground;
    private final String measured;
    private final Crowd crowd;
    private final Consumer<String> progress;

    Sealing(Size size, Ground ground, String date, long seed, Consumer<String> progress) {
        this.size = size;
        this.ground = ground;
        this.measured = date + ", " + size.name();
        this.crowd = new Crowd(seed);
        this.progress = progress;
    }

    List<Figure> measure() {
        progress.accept("starting the service, as it is and storing plain");
        try (var beside = Ground.start(List.of());
                var sealed = PeopleService.sealed(withTopics(ground, "sealed"), ground.issuer());
                var plain = PeopleService.plain(withTopics(beside, "plain"), beside.issuer())) {
            var runs = new ArrayList<>(costs(new Side(sealed), new Side(plain)));
            runs.addAll(searches(sealed));
            return runs.stream().map(each -> each.figure(measured)).toList();
        }
    }

    /** With what the other services would have made there. */
    static Settings withTopics(Ground ground, String database) {
        var settings = ground.settings(database);
        var catalogue = EventCatalogue.load();
        Stream.of(
                        GrantClosed.class,
                        GrantErasureConfirmed.class,
                        StoryErasureConfirmed.class,
                        NotificationErasureConfirmed.class)
                .map(catalogue::topicOf)
                .forEach(topic -> Drain.makeTopic(settings.kafka(), topic));
        return settings;
    }

    /** One of the two, and who was registered there. */
    private final class Side {

        private final List<PeopleService.Worker> workers;
        private final Map<Integer, UUID> searches = new ConcurrentHashMap<>();
        private final List<UUID> files = new ArrayList<>();

        Side(PeopleService service) {
            workers =
                    IntStream.range(0, WORKERS)
                            .mapToObj(i -> service.worker("worker-" + i))
                            .toList();
        }

        Acks registering() {
            for (int i = 0; i < WORKERS; i++) {
                try {
                    searches.put(i, workers.get(i).search(crowd.uniquely()));
                } catch (IOException refused) {
                    throw new IllegalStateException("no search", refused);
                }
            }
            return closed(
                    i ->
                            _ -> {
                                var search = Objects.requireNonNull(searches.get(i));
                                add(workers.get(i).register(search, crowd.uniquely()));
                            });
        }

        private synchronized void add(UUID file) {
            files.add(file);
        }

        private synchronized UUID any() {
            return files.get(ThreadLocalRandom.current().nextInt(files.size()));
        }

        Acks reading() {
            return closed(i -> _ -> workers.get(i).read(any()));
        }

        Acks listing() {
            return closed(i -> _ -> workers.get(i).list(PAGE));
        }

        private Acks closed(IntFunction<Command> commands) {
            return checked(Load.closed(commands, WORKERS, length()));
        }
    }

    private List<Runs> costs(Side sealed, Side plain) {
        var register = new Runs("person.register", "register a person", "requests/s", true, null);
        var read = new Runs("person.read", "read a person", "requests/s", true, null);
        var list = new Runs("person.list", "list of 50 people", "requests/s", true, null);
        for (Side side : List.of(sealed, plain)) {
            warmUp("registrations", side::registering);
            warmUp("reads", side::reading);
            warmUp("lists", side::listing);
        }
        for (int round = 0; round < size.rounds(); round++) {
            register.ours(sealed.registering().perSecond());
            register.floor(plain.registering().perSecond());
            read.ours(sealed.reading().perSecond());
            read.floor(plain.reading().perSecond());
            list.ours(sealed.listing().perSecond());
            list.floor(plain.listing().perSecond());
        }
        return List.of(register, read, list);
    }

    private List<Runs> searches(PeopleService service) {
        var recall = new Recall(crowd.districts());
        try (var filling = service.filling(size.people() + Recall.files())) {
            recall.file(filling);
            for (int i = 0; i < size.people(); i += PORTION) {
                int portion = Math.min(PORTION, size.people() - i);
                filling.write(Stream.generate(crowd::anybody).limit(portion).toList());
                progress.accept(String.format(Locale.ROOT, "%,d people are there", i + portion));
            }
        }
        progress.accept("they can be found");
        var searchers =
                IntStream.range(0, SEARCHERS)
                        .mapToObj(i -> service.worker("searcher-" + i))
                        .toList();
        var all = new ArrayList<Runs>();
        all.addAll(search("search", "search for anybody", searchers, crowd::anybody));
        all.addAll(
                search(
                        "search.common",
                        "search for who has one of the five commonest names",
                        searchers,
                        crowd::commonly));
        var turn = new AtomicInteger();
        all.addAll(
                recall.measure(
                        size.people(),
                        () -> searchers.get(turn.getAndIncrement() % SEARCHERS),
                        progress));
        return all;
    }

    private List<Runs> search(
            String name,
            String says,
            List<PeopleService.Worker> searchers,
            Supplier<Somebody> people) {
        var turn = new AtomicInteger();
        Command command =
                _ -> searchers.get(turn.getAndIncrement() % SEARCHERS).search(people.get());
        Supplier<Acks> loop = () -> checked(Load.closed(_ -> command, 1, length()));
        warmUp(says, loop);
        var among = String.format(Locale.ROOT, "%s among %,d", says, size.people());
        var p50 = new Runs(name + ".p50", among + ", p50", "ms", false, null);
        var goal = size.isJudged() ? new Goal(false, 150.0, null) : null;
        var p99 = new Runs(name + ".p99", among + ", p99", "ms", false, goal);
        for (int round = 0; round < size.rounds(); round++) {
            var latencies = loop.get().latencies();
            p50.ours(millis(latencies, 50));
            p99.ours(millis(latencies, 99));
        }
        return List.of(p50, p99);
    }

    private void warmUp(String what, Supplier<Acks> loop) {
        int loops = WarmUp.loops(() -> loop.get().perSecond(), size.warmUps());
        progress.accept(
                String.format(
                        Locale.ROOT,
                        "warming up, %s: %d loops of %.1f s",
                        what,
                        loops,
                        size.closed()));
    }

    private Duration length() {
        return Duration.ofMillis(Math.round(size.closed() * 1_000));
    }

    private static Acks checked(Acks acks) {
        if (acks.failed() > 0) {
            throw new IllegalStateException(acks.failed() + " refused: " + acks.failure());
        }
        return acks;
    }

    private static double millis(Histogram latencies, double percentile) {
        return latencies.getValueAtPercentile(percentile)
                / (double) TimeUnit.MILLISECONDS.toNanos(1);
    }
}
