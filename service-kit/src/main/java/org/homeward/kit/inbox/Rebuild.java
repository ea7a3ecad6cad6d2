package org.homeward.kit.inbox;

import com.mongodb.MongoNamespace;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.RenameCollectionOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.homeward.kit.inbox.Arrival.Content;
import org.springframework.data.mongodb.core.MongoTemplate;

/**
 * One rebuild of a projection: from the beginning of its topics into a collection beside the old
 * one, which stays in use, and then renamed into its place.
 *
 * <p>The new one holds exactly the effects of the events that the inbox has handled, no more and no
 * less, whatever was parked or discarded: of each aggregate only events up to the inbox's own
 * position are taken, in order, without those that were discarded. So that no event is handled in
 * between, the {@link Gate} is closed for the last of it, for as long as the longest transaction
 * may take and some seconds.
 */
final class Rebuild {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TO_FINISH = Duration.ofSeconds(30);

    /** So many may be left for the time while the gate is closed. */
    private static final int FEW = 1000;

    /** More events than these are not read before the inbox has handled some. */
    private static final int MANY = 20_000;

    private static final int AT_ONCE = 1000;

    /**
     * The collections beside the old one take turns in so many names, each of which the service's
     * account may drop ({@code ops/mongo/roles.json}): a sleeper has another than who follows it.
     */
    private static final int NAMES = 8;

    private static final Comparator<Arrival> PLACES =
            Comparator.comparingLong(Arrival::epoch).thenComparingLong(Arrival::sequence);

    /** What a rebuild works with. */
    record Parts(
            MongoTemplate mongo,
            Recognition recognition,
            Reactions reactions,
            Positions positions,
            ParkingPlace parkingPlace,
            Gate gate,
            Supplier<Consumer<byte[], byte[]>> consumers) {}

    private final Parts parts;
    private final String collection;
    private final Duration quiet;
    private final LongConsumer progress;
    private final UUID token = UUID.randomUUID();
    private final String shadow;
    private final Map<String, NavigableMap<Arrival, Arrival>> waiting = new HashMap<>();
    private final Map<String, Position> done = new HashMap<>();
    private final List<WriteModel<Document>> effects = new ArrayList<>();
    private final Projection target = new Projection(effects::add);
    private long handled;
    private UUID identity = token;

    /**
     * @param number of this rebuild of the projection, from 1
     * @param quiet after which no transaction runs that began before
     * @param progress is told how many events were handled
     */
    Rebuild(Parts parts, String collection, long number, Duration quiet, LongConsumer progress) {
        this.parts = parts;
        this.collection = collection;
        this.quiet = quiet;
        this.progress = progress;
        this.shadow = prefix(collection) + number % NAMES;
    }

    static String prefix(String collection) {
        return collection + ".rebuild-";
    }

    /**
     * @throws IllegalStateException when it took too long while the gate was closed, and another
     *     opened it
     */
    void run() throws InterruptedException {
        try (Consumer<byte[], byte[]> consumer = parts.consumers().get()) {
            prepare();
            begin(consumer);
            do {
                readToTheEnd(consumer);
            } while (follow() > FEW);
            try {
                closeGate();
                long end = System.nanoTime() + quiet.plus(TO_FINISH).toNanos();
                rest(quiet);
                readToTheEnd(consumer);
                work(Set.copyOf(waiting.keySet()), true);
                progress.accept(handled);
                if (System.nanoTime() - end > 0 || !identity.equals(identity())) {
                    throw new IllegalStateException("too late");
                }
                putIntoPlace();
            } finally {
                openGate();
            }
        } catch (Throwable failure) {
            named(shadow).drop();
            throw failure;
        }
    }

    private void closeGate() throws InterruptedException {
        // longer than this tries: whoever opens it in its place comes when this has given up
        Duration longest = quiet.plus(TO_FINISH).plus(TO_FINISH);
        while (!parts.gate().close(token, shadow, longest)) {
            rest(SECOND);
        }
    }

    /**
     * Also when this is to end, or it would stay closed for its whole time; and also when nothing
     * is known of the attempt to close it.
     */
    private void openGate() {
        boolean interrupted = Thread.interrupted();
        try {
            parts.gate().open(token);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits, and shows life. */
    private void rest(Duration time) throws InterruptedException {
        for (long left = time.toMillis(); left > 0; left -= SECOND.toMillis()) {
            TimeUnit.MILLISECONDS.sleep(Math.min(left, SECOND.toMillis()));
            progress.accept(handled);
        }
    }

    /** Handles what the inbox has handled meanwhile; returns how many events it has not. */
    private int follow() throws InterruptedException {
        work(Set.copyOf(waiting.keySet()), false);
        progress.accept(handled);
        int left = waiting.values().stream().mapToInt(NavigableMap::size).sum();
        if (left > FEW) {
            rest(SECOND);
        }
        return left;
    }

    /** The new collection, with the indexes of the old; what others have left behind goes. */
    private void prepare() {
        var database = parts.mongo().getDb();
        for (String name : database.listCollectionNames()) {
            if (name.startsWith(prefix(collection))) {
                named(name).drop();
            }
        }
        database.createCollection(shadow);
        identity = identity();
        List<Document> indexes = new ArrayList<>();
        for (Document index : named(collection).listIndexes()) {
            if (!"_id_".equals(index.getString("name"))) {
                index.remove("v");
                index.remove("ns");
                indexes.add(index);
            }
        }
        if (!indexes.isEmpty()) {
            database.runCommand(new Document("createIndexes", shadow).append("indexes", indexes));
        }
    }

    /**
     * Of the new collection as it is now: one that was dropped, and comes to be again by the next
     * write, has another.
     */
    private UUID identity() {
        var found =
                parts.mongo().getDb().listCollections().filter(Filters.eq("name", shadow)).first();
        if (found == null) {
            throw new IllegalStateException("dropped");
        }
        return found.get("info", Document.class).get("uuid", UUID.class);
    }

    private void begin(Consumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : parts.recognition().topicsOf(parts.reactions().projected(collection))) {
            consumer.partitionsFor(topic)
                    .forEach(p -> partitions.add(new TopicPartition(p.topic(), p.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private void readToTheEnd(Consumer<byte[], byte[]> consumer) throws InterruptedException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        int held = 0;
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            List<ConsumerRecord<?, ?>> records = new ArrayList<>();
            consumer.poll(POLL).forEach(records::add);
            take(parts.recognition().poll(records).events());
            progress.accept(handled);
            held += records.size();
            if (held > MANY) { // the inbox may be far behind: wait for it before memory fills
                held = follow();
            }
        }
    }

    private void take(List<Arrival> arrivals) {
        Set<String> sources = new HashSet<>();
        for (Arrival arrival : arrivals) {
            var before = waiting.computeIfAbsent(arrival.source(), _ -> new TreeMap<>(PLACES));
            boolean outdated = !before.isEmpty() && arrival.epoch() < before.lastKey().epoch();
            if (!outdated) {
                before.putIfAbsent(arrival, arrival);
            }
            sources.add(arrival.source());
        }
        work(sources, false);
    }

    /**
     * Handles what waits of these aggregates.
     *
     * @param overGaps also what waits for an event before it, which the inbox has gone on without
     */
    private void work(Set<String> sources, boolean overGaps) {
        Set<String> some = new HashSet<>();
        for (String source : sources) {
            some.add(source);
            if (some.size() == AT_ONCE) {
                workAtOnce(some, overGaps);
                some.clear();
            }
        }
        workAtOnce(some, overGaps);
    }

    private void workAtOnce(Set<String> sources, boolean overGaps) {
        if (sources.isEmpty()) {
            return;
        }
        // first how far the inbox is, then what it has left out on the way there
        Map<String, Position> reached = parts.positions().read(parts.mongo(), sources);
        for (String source : sources) {
            Position last = Objects.requireNonNull(reached.get(source));
            work(source, last, discarded(source, last), overGaps);
        }
        if (!effects.isEmpty()) {
            named(shadow).bulkWrite(effects);
            effects.clear();
        }
    }

    private Set<UUID> discarded(String source, Position reached) {
        List<UUID> ids =
                waiting.getOrDefault(source, new TreeMap<>(PLACES)).keySet().stream()
                        .takeWhile(event -> isReached(event, reached))
                        .map(parts.parkingPlace()::idOf)
                        .toList();
        return ids.isEmpty() ? Set.of() : parts.parkingPlace().discarded(parts.mongo(), ids);
    }

    private void work(String source, Position reached, Set<UUID> discarded, boolean overGaps) {
        NavigableMap<Arrival, Arrival> events = waiting.getOrDefault(source, new TreeMap<>(PLACES));
        while (!events.isEmpty() && isReached(events.firstKey(), reached)) {
            Arrival next = events.firstKey();
            Position last = done.getOrDefault(source, Position.unseen(source));
            switch (Verdict.on(last, next.epoch(), next.sequence(), next.hash())) {
                case Verdict.Gap _ when !overGaps -> {
                    return;
                }
                case Verdict.Apply _, Verdict.Gap _, Verdict.Behind _ -> {
                    handle(next, discarded);
                    done.put(source, last.after(next.epoch(), next.sequence(), next.hash()));
                }
                case Verdict.Repeat _, Verdict.Outdated _, Verdict.Contradiction _ -> {}
            }
            events.pollFirstEntry();
        }
        if (events.isEmpty()) {
            waiting.remove(source);
        }
    }

    private static boolean isReached(Arrival event, Position reached) {
        return event.epoch() < reached.epoch()
                || (event.epoch() == reached.epoch() && event.sequence() <= reached.sequence());
    }

    private void handle(Arrival event, Set<UUID> discarded) {
        if (discarded.contains(parts.parkingPlace().idOf(event))) {
            return;
        }
        switch (event.content()) {
            case Content.Wanted(var wanted) -> {
                if (parts.reactions().project(wanted, collection, target)) {
                    handled++;
                }
            }
            case Content.Unreadable(String reason) -> {
                if (parts.recognition().isOneOf(event, parts.reactions().projected(collection))) {
                    throw new Unreadable(reason);
                }
            }
            case Content.Unwanted _, Content.Unknown _ -> {}
        }
    }

    /** One step for all readers; a majority has all that was written before it, too. */
    private void putIntoPlace() {
        var target = new MongoNamespace(parts.mongo().getDb().getName(), collection);
        named(shadow)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .renameCollection(target, new RenameCollectionOptions().dropTarget(true));
    }

    private MongoCollection<Document> named(String name) {
        return parts.mongo().getDb().getCollection(name);
    }
}
