package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.service.Waiting.soon;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.homeward.notification.service.Receiver.Post;
import tools.jackson.databind.JsonNode;

/**
 * A partner with a server of its own, registered by an administrator and confirmed by a
 * data-protection-officer; each test has its own.
 */
final class Partner implements AutoCloseable {

    static final String WEBHOOKS = "/api/v1/webhooks";

    private static final Colleague ADMINISTRATOR = Colleague.in("administrator");
    private static final Colleague OFFICER = Colleague.in("data-protection-officer");

    private final Receiver receiver = new Receiver();
    private final String id;
    private final String secret;

    private Partner(String... events) {
        var answer = register(receiver.url(), events);
        assertThat(answer.status()).as("%s", answer.status()).isEqualTo(201);
        id = answer.json().path("id").asString();
        secret = answer.json().path("secret").asString();
    }

    static Partner wanting(String... events) {
        var partner = unconfirmed(events);
        assertThat(partner.isConfirmed().status()).isEqualTo(200);
        return partner;
    }

    /** Only registered. */
    static Partner unconfirmed(String... events) {
        return new Partner(events);
    }

    Answer isConfirmed() {
        return by(OFFICER, "confirmation", Map.of());
    }

    static Answer register(String url, String... events) {
        return ADMINISTRATOR.post(WEBHOOKS, Map.of("url", url, "events", List.of(events)));
    }

    UUID id() {
        return UUID.fromString(id);
    }

    String secret() {
        return secret;
    }

    Receiver receiver() {
        return receiver;
    }

    /** What came about this, once something has. */
    Post post(Object about) {
        return soon().until(() -> receiver.posts(about), found -> !found.isEmpty()).getFirst();
    }

    JsonNode view() {
        var answer = ADMINISTRATOR.get(WEBHOOKS + "/" + id);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return answer.json();
    }

    /** A command on the version that stands now. */
    Answer does(String command) {
        return does(command, Map.of());
    }

    Answer does(String command, Object body) {
        return by(ADMINISTRATOR, command, body);
    }

    private Answer by(Colleague who, String command, Object body) {
        return who.with("If-Match", "\"" + view().path("version").asLong() + "\"")
                .post(WEBHOOKS + "/" + id + "/" + command, body);
    }

    /** What the service says has become of posts to it, newest first. */
    List<JsonNode> deliveries() {
        var answer = ADMINISTRATOR.get(Colleague.DELIVERIES + "?webhook=" + id);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return StreamSupport.stream(answer.json().path("items").spliterator(), false).toList();
    }

    /** Once all posts to it stand so. */
    List<JsonNode> deliveriesAre(String state, int many) {
        return soon().until(
                        this::deliveries,
                        found ->
                                found.size() == many
                                        && found.stream()
                                                .allMatch(
                                                        one ->
                                                                one.path("state")
                                                                        .asString()
                                                                        .equals(state)));
    }

    /** Whether nothing waits to be posted. */
    boolean isDoneWithAll() {
        return deliveries().stream()
                .noneMatch(one -> one.path("state").asString().equals("QUEUED"));
    }

    long delivered() {
        return RunningService.database()
                .getCollection("deliveries")
                .countDocuments(
                        new Document("state.message.to.webhook", id())
                                .append("state._class", "delivery.delivered"));
    }

    /** Makes it fail for longer than a test can wait for. */
    void hasFailedSince(Instant then) {
        var changed =
                RunningService.database()
                        .getCollection("webhooks")
                        .updateOne(
                                new Document("_id", id()),
                                new Document(
                                        "$set",
                                        new Document("state.failingSince", Date.from(then))));
        assertThat(changed.getModifiedCount()).isEqualTo(1);
    }

    /** What waits for it has waited for longer than a test can. */
    void hasWaitedSince(Instant then) {
        var changed =
                RunningService.database()
                        .getCollection("deliveries")
                        .updateMany(
                                new Document("state.message.to.webhook", id())
                                        .append("state._class", "delivery.queued"),
                                new Document("$set", new Document("state.since", Date.from(then))));
        assertThat(changed.getModifiedCount()).isPositive();
    }

    /** Something of its record is another; gives what it was. */
    Object replaced(String field, Object value) {
        var before =
                RunningService.database()
                        .getCollection("webhooks")
                        .findOneAndUpdate(
                                new Document("_id", id()),
                                new Document("$set", new Document(field, value)));
        return Objects.requireNonNull(before)
                .getEmbedded(List.of(field.split("\\.", -1)), Object.class);
    }

    /** Its only post, when it was tried and nobody is at it any more. */
    JsonNode afterAnAttempt() {
        return soon().until(
                        () -> deliveries().getFirst(),
                        found ->
                                found.path("attempts").asInt() > 0
                                        && Instant.parse(found.path("at").asString())
                                                .isBefore(Instant.now().plusSeconds(60)));
    }

    /** Its posts are due now, though they were postponed. */
    void isTriedNow() {
        isTriedFrom(Instant.now().minusSeconds(1));
    }

    void isTriedFrom(Instant due) {
        RunningService.database()
                .getCollection("deliveries")
                .updateMany(
                        new Document("state.message.to.webhook", id())
                                .append("state._class", "delivery.queued"),
                        new Document("$set", new Document("state.due", Date.from(due))));
    }

    @Override
    public void close() {
        // again when an attempt was remembered meanwhile
        soon().until(() -> does("removal").status() == 200);
        receiver.close();
    }
}
