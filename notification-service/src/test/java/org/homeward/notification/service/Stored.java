package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.service.Waiting.soon;

import com.mongodb.client.MongoDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.homeward.contracts.access.TokensDenied;
import org.homeward.kit.test.NeighbourEvents;

/** All bytes of all documents that the service keeps, as text. */
final class Stored {

    private Stored() {}

    static String everything() {
        return Stream.of(RunningService.database(), RunningService.vault())
                .flatMap(Stored::documents)
                .map(document -> new String(bytes(document), StandardCharsets.UTF_8))
                .collect(Collectors.joining("\n"));
    }

    /** How many messages to staff about somebody's case wait. */
    static long queuedForStaffAbout(UUID beneficiary) {
        return RunningService.database()
                .getCollection("deliveries")
                .countDocuments(
                        new Document("state._class", "delivery.queued")
                                .append("state.message.to._class", "recipient.staff")
                                .append("state.message.beneficiary", beneficiary));
    }

    /** How the messages to staff about somebody's case stand. */
    static List<String> toStaffAbout(UUID beneficiary) {
        return RunningService.database()
                .getCollection("deliveries")
                .find(
                        new Document("state.message.to._class", "recipient.staff")
                                .append("state.message.beneficiary", beneficiary))
                .map(found -> found.getEmbedded(List.of("state", "_class"), String.class))
                .into(new ArrayList<>());
    }

    /** Whether nothing else is known of somebody than this. */
    static boolean isErased(UUID beneficiary) {
        return new Document("_id", beneficiary)
                .append("erased", true)
                .equals(
                        RunningService.database()
                                .getCollection("people")
                                .find(new Document("_id", beneficiary))
                                .first());
    }

    /** How many events of a person's own were handled. */
    static long heardOf(UUID beneficiary) {
        var found =
                RunningService.database()
                        .getCollection("inbox_positions")
                        .find(new Document("_id.s", "/beneficiary/" + beneficiary))
                        .first();
        return found == null ? 0 : found.getLong("sequence");
    }

    /** Makes a subscription older than a test can wait for. */
    static void subscription(Colleague colleague, String field, Instant then) {
        var changed =
                RunningService.database()
                        .getCollection("subscriptions")
                        .updateOne(
                                new Document("state.subject", colleague.subject()),
                                new Document(
                                        "$set", new Document("state." + field, Date.from(then))));
        assertThat(changed.getModifiedCount()).isEqualTo(1);
    }

    /**
     * An administrator has refused the tokens of somebody, and it was heard of here.
     *
     * @return until when they were issued: long enough ago for those of this moment to be others,
     *     though clocks differ
     */
    static Instant denies(Colleague colleague) {
        var denial = UUID.randomUUID();
        var until = Instant.now().minusSeconds(40).truncatedTo(ChronoUnit.MILLIS);
        NeighbourEvents.tell(
                "denial", denial, new TokensDenied(denial, colleague.pseudonym(), until));
        var row = new Document("_id", colleague.pseudonym());
        var denials = RunningService.database().getCollection("token_denials");
        soon().until(() -> denials.countDocuments(row) == 1);
        return until;
    }

    /** A sent message as it stands when its sender was killed before marking, the lease ended. */
    static void leaveAsAfterAKill(UUID id) {
        var past = Date.from(Instant.now().minusSeconds(1));
        RunningService.database()
                .getCollection("deliveries")
                .updateOne(
                        new Document("_id", id),
                        new Document(
                                        "$set",
                                        new Document("state._class", "delivery.queued")
                                                .append("state.since", past)
                                                .append("state.due", past))
                                .append(
                                        "$unset",
                                        new Document("state.at", "").append("state.template", "")));
    }

    /** Who has changed it by which command, as the journal says. */
    static List<String> changesOf(UUID aggregate) {
        return RunningService.database()
                .getCollection("journal")
                .find(new Document("_id.a", aggregate))
                .map(entry -> entry.get("fact", Document.class))
                .map(fact -> fact.getString("subject") + " " + fact.getString("action"))
                .into(new ArrayList<>());
    }

    /** What was to be told of it on a topic, whether it is there already or not. */
    static List<Document> eventsOf(UUID aggregate) {
        return RunningService.database()
                .getCollection("journal")
                .find(new Document("_id.a", aggregate))
                .map(entry -> entry.getList("events", Document.class, List.of()))
                .into(new ArrayList<>())
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    static UUID subscriptionOf(Colleague colleague) {
        return Objects.requireNonNull(
                        RunningService.database()
                                .getCollection("subscriptions")
                                .find(new Document("state.subject", colleague.subject()))
                                .first())
                .get("_id", UUID.class);
    }

    /** The organisation that a person is known to belong to; none when nothing is known. */
    static String placeOf(UUID beneficiary) {
        var found =
                RunningService.database()
                        .getCollection("people")
                        .find(new Document("_id", beneficiary))
                        .first();
        return found == null
                ? "none"
                : found.getEmbedded(List.of("place", "organisation"), String.class);
    }

    private static Stream<RawBsonDocument> documents(MongoDatabase database) {
        return StreamSupport.stream(database.listCollectionNames().spliterator(), false)
                .flatMap(
                        name ->
                                StreamSupport.stream(
                                        database.getCollection(name, RawBsonDocument.class)
                                                .find()
                                                .spliterator(),
                                        false));
    }

    private static byte[] bytes(RawBsonDocument document) {
        var buffer = document.getByteBuffer().asNIO();
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
