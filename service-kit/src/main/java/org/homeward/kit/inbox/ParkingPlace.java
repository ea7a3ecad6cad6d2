package org.homeward.kit.inbox;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Where events wait that cannot be handled yet (I2, I3). Parking the same message again changes
 * nothing; what was taken out on purpose is remembered, and not parked again.
 */
final class ParkingPlace {

    static final String COLLECTION = "parked";
    static final String DISCARDED = "parked_discarded";

    private final String consumer;

    ParkingPlace(String consumer) {
        this.consumer = consumer;
    }

    /** An event to be parked. */
    ParkedEvent waiting(Arrival event, String reason, Instant now, int attempts) {
        return new ParkedEvent(idOf(event), event.at(), event.envelope(), reason, now, attempts);
    }

    /** Under which an event is parked or discarded, if it is. */
    UUID idOf(Arrival event) {
        return ParkedFormat.idOf(consumer, event.envelope());
    }

    /** Those among these that were discarded. */
    Set<UUID> discarded(MongoOperations mongo, Collection<UUID> ids) {
        return Documents.in(
                mongo,
                DISCARDED,
                discarded ->
                        discarded
                                .find(Filters.in("_id", ids))
                                .map(found -> found.get("_id", UUID.class))
                                .into(new HashSet<>()));
    }

    /** Those of these aggregates whose last event, as far as was come, was discarded. */
    Set<String> endingInADiscard(MongoOperations mongo, Collection<Position> positions) {
        Map<UUID, String> last = new HashMap<>();
        positions.forEach(
                p ->
                        last.put(
                                ParkedFormat.idOf(consumer, p.source(), p.epoch(), p.sequence()),
                                p.source()));
        return discarded(mongo, last.keySet()).stream().map(last::get).collect(Collectors.toSet());
    }

    void park(MongoOperations mongo, List<ParkedEvent> events) {
        insert(mongo, events.stream().map(event -> ParkedFormat.of(consumer, event)).toList());
    }

    /** Parks garbage; tells what was not parked, nor discarded, before. */
    List<Garbage> parkGarbage(MongoOperations mongo, List<Garbage> garbage, Instant now) {
        if (garbage.isEmpty()) {
            return List.of();
        }
        Set<UUID> known = new HashSet<>();
        List<UUID> ids = garbage.stream().map(g -> ParkedFormat.idOf(consumer, g.at())).toList();
        for (String collection : List.of(COLLECTION, DISCARDED)) {
            Documents.in(
                    mongo,
                    collection,
                    parked ->
                            parked.find(Filters.in("_id", ids))
                                    .map(found -> found.get("_id", UUID.class))
                                    .into(known));
        }
        List<Garbage> unknown =
                garbage.stream()
                        .filter(g -> !known.contains(ParkedFormat.idOf(consumer, g.at())))
                        .toList();
        insert(mongo, unknown.stream().map(g -> ParkedFormat.of(consumer, g, now)).toList());
        return unknown;
    }

    private static void insert(MongoOperations mongo, List<Document> documents) {
        if (documents.isEmpty()) {
            return;
        }
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (Document document : documents) {
            writes.add(
                    new UpdateOneModel<>(
                            Filters.eq("_id", document.get("_id")),
                            new Document("$setOnInsert", document),
                            new UpdateOptions().upsert(true)));
        }
        Documents.in(mongo, COLLECTION, parked -> parked.bulkWrite(writes));
    }

    /** The first parked events of an aggregate, in order. */
    List<ParkedEvent> first(MongoOperations mongo, String source, int limit) {
        return Documents.in(
                mongo,
                COLLECTION,
                parked ->
                        parked.find(events(source))
                                .sort(Sorts.ascending("epoch", "sequence"))
                                .limit(limit)
                                .map(ParkedFormat::event)
                                .into(new ArrayList<>()));
    }

    void remove(MongoOperations mongo, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            Documents.in(mongo, COLLECTION, parked -> parked.deleteMany(Filters.in("_id", ids)));
        }
    }

    /** Its handler has failed with it once more. */
    void failed(MongoOperations mongo, UUID id, String reason) {
        Document change =
                new Document("$set", new Document("reason", reason))
                        .append("$inc", new Document("attempts", 1));
        Documents.in(mongo, COLLECTION, parked -> parked.updateOne(Filters.eq("_id", id), change));
    }

    /** Moves a message out of the way, and keeps it with who did it, why and when. */
    void discard(MongoOperations mongo, Document parked, Discard discard, Instant now) {
        Document kept =
                new Document(parked)
                        .append(
                                "discarded",
                                new Document("who", discard.who())
                                        .append("reason", discard.reason().name())
                                        .append("at", Date.from(now)));
        Documents.in(mongo, DISCARDED, discarded -> discarded.insertOne(kept));
        remove(mongo, List.of(parked.get("_id", UUID.class)));
    }

    Optional<Document> find(MongoOperations mongo, UUID id) {
        return Documents.in(
                mongo,
                COLLECTION,
                parked ->
                        Optional.ofNullable(
                                parked.find(new Document("_id", id).append("c", consumer))
                                        .first()));
    }

    /** Parked messages in the order of their ids, after this one. */
    List<Document> after(MongoOperations mongo, UUID last, int limit) {
        return Documents.in(
                mongo,
                COLLECTION,
                parked ->
                        parked.find(Filters.and(Filters.eq("c", consumer), Filters.gt("_id", last)))
                                .sort(Sorts.ascending("_id"))
                                .limit(limit)
                                .into(new ArrayList<>()));
    }

    /** Whether anything of this topic is parked. */
    boolean isAnyOf(MongoOperations mongo, String topic) {
        return Documents.in(
                mongo,
                COLLECTION,
                parked ->
                        parked.find(
                                                Filters.and(
                                                        Filters.eq("c", consumer),
                                                        Filters.eq("topic", topic)))
                                        .first()
                                != null);
    }

    long count(MongoOperations mongo) {
        return Documents.in(
                mongo, COLLECTION, parked -> parked.countDocuments(Filters.eq("c", consumer)));
    }

    private Bson events(String source) {
        return Filters.and(Filters.eq("c", consumer), Filters.eq("s", source));
    }
}
