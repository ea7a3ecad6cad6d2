package org.homeward.kit.inbox;

import com.mongodb.MongoNamespace;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.RenameCollectionOptions;
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
    private static final Duration TO_FINISH = Duration.ofMinutes(1);
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
    private long handled;

    /**
     * @param quiet after which no transaction runs that began before
     * @param progress is told how many events were handled
     */
    Rebuild(Parts parts, String collection, Duration quiet, LongConsumer progress) {
        this.parts = parts;
        this.collection = collection;
        this.quiet = quiet;
        this.progress = progress;
        this.shadow = prefix(collection) + token;
    }

    static String prefix(String collection) {
        return collection + ".rebuild-";
    }

    /**
     * @throws RebuildRunning when another is being put into its place at this moment
     */
    void run() throws InterruptedException {
        try (Consumer<byte[], byte[]> consumer = parts.consumers().get()) {
            prepare();
            begin(consumer);
            readToTheEnd(consumer);
            readToTheEnd(consumer);
            if (!parts.gate().close(token, shadow, quiet.plus(TO_FINISH))) {
                throw new RebuildRunning();
            }
            try {
                TimeUnit.NANOSECONDS.sleep(quiet.toNanos());
                readToTheEnd(consumer);
                finish();
                putIntoPlace();
            } finally {
                parts.gate().open(token);
            }
        } catch (Throwable failure) {
            named(shadow).drop();
            throw failure;
        }
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
        for (Document index : named(collection).listIndexes()) {
            Document keys = index.get("key", Document.class);
            if (!keys.containsKey("_id")) {
                var options =
                        new IndexOptions()
                                .name(index.getString("name"))
                                .unique(index.getBoolean("unique", false));
                named(shadow).createIndex(keys, options);
            }
        }
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

    private void readToTheEnd(Consumer<byte[], byte[]> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            List<ConsumerRecord<?, ?>> records = new ArrayList<>();
            consumer.poll(POLL).forEach(records::add);
            take(parts.recognition().poll(records).events());
            progress.accept(handled);
        }
    }

    private void take(List<Arrival> arrivals) {
        Set<String> sources = new HashSet<>();
        for (Arrival arrival : arrivals) {
            sources.add(arrival.source());
            waiting.computeIfAbsent(arrival.source(), _ -> new TreeMap<>(PLACES))
                    .putIfAbsent(arrival, arrival);
        }
        work(sources, false);
    }

    /** What still waits for an event before it, which the inbox has gone on without. */
    private void finish() {
        work(Set.copyOf(waiting.keySet()), true);
        progress.accept(handled);
    }

    private void work(Set<String> sources, boolean overGaps) {
        if (sources.isEmpty()) {
            return;
        }
        // first how far the inbox is, then what it has left out on the way there
        Map<String, Position> reached = parts.positions().read(parts.mongo(), sources);
        Set<UUID> discarded = parts.parkingPlace().discarded(parts.mongo(), waitingOf(sources));
        for (String source : sources) {
            work(source, Objects.requireNonNull(reached.get(source)), discarded, overGaps);
        }
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
                var target = new Projection(parts.mongo(), shadow);
                if (parts.reactions().project(wanted, collection, target)) {
                    handled++;
                }
            }
            case Content.Unreadable(String reason) -> throw new Unreadable(reason);
            case Content.Unwanted _, Content.Unknown _ -> {}
        }
    }

    private List<UUID> waitingOf(Set<String> sources) {
        return sources.stream()
                .flatMap(
                        source ->
                                waiting
                                        .getOrDefault(source, new TreeMap<>(PLACES))
                                        .keySet()
                                        .stream())
                .map(parts.parkingPlace()::idOf)
                .toList();
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
