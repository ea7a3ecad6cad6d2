package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.service.Waiting.mail;
import static org.homeward.notification.service.Waiting.mails;
import static org.homeward.notification.service.Waiting.newest;
import static org.homeward.notification.service.Waiting.soon;

import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.homeward.contracts.notification.DeliveryChannel;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.notification.service.MailServer.Mail;
import org.junit.jupiter.api.Test;

class DigestMailTest {

    private static final String CLOCK = "/local/v1/programme-clock";

    private final Colleague administrator = Colleague.in("administrator");
    private final Colleague editor =
            daily(Colleague.in("story-editor"), "STORY_PUBLISHED", "STORY_RETRACTED");

    @Test
    void what_came_in_a_day_is_told_in_one_mail_and_an_empty_day_in_none() {
        var published = Cases.published();
        var retracted = Cases.retracted();
        gathered(2);
        assertThat(editor.mails()).isEmpty();
        assertThat(editor.deliveries()).isEmpty();

        aDayPasses();

        var mail = mail(editor, published);
        assertThat(mail.body()).contains(retracted.toString());
        assertThat(mail.subject()).isEqualTo("News of the day: 2");
        var sent = newest(editor, "DELIVERED");
        assertThat(mail.id()).contains(sent.path("id").asString());
        assertThat(sent.path("occasion").isNull()).isTrue();
        var id = UUID.fromString(sent.path("id").asString());
        assertThat(Stored.changesOf(id)).as("closed, claimed, sent: not one a notice").hasSize(3);
        soon().untilAsserted(
                        () ->
                                assertThat(Topics.about(id))
                                        .containsExactlyInAnyOrder(
                                                told(id, "published"), told(id, "retracted")));

        aDayPasses();
        aDayPasses();
        var next = Cases.published();
        gathered(1);
        aDayPasses();
        mail(editor, next);
        assertThat(editor.mails()).hasSize(2);
        assertThat(editor.deliveries()).hasSize(2);
    }

    @Test
    void what_comes_when_the_day_is_closed_is_for_the_next() {
        var first = Cases.published();
        gathered(1);
        aDayPasses();
        mail(editor, first);

        var second = Cases.published();
        gathered(1);
        aDayPasses();

        mail(editor, second);
        assertThat(mails(editor, first)).hasSize(1);
        assertThat(editor.mails()).hasSize(2);
    }

    @Test
    void what_is_stored_while_its_day_is_closed_is_for_the_next_and_for_no_second_mail() {
        var first = Cases.published();
        gathered(1);
        var closed = row();
        aDayPasses();
        mail(editor, first);

        var late = another(closed);
        rows().insertOne(late);
        soon().until(() -> closing(row()).isAfter(closing(closed)));
        assertThat(editor.mails()).hasSize(1);
        aDayPasses();

        mail(editor, storyOf(late));
        assertThat(editor.mails()).hasSize(2);
        gathered(0);
    }

    @Test
    void a_mail_has_an_end_and_the_next_tells_the_rest() {
        var first = Cases.published();
        gathered(1);
        var row = row();
        rows().insertMany(IntStream.range(0, 500).mapToObj(_ -> another(row)).toList());
        aDayPasses();

        assertThat(mail(editor, first).subject()).isEqualTo("News of the day: 500");
        gathered(1);
        var last = storyOf(row());
        aDayPasses();

        assertThat(mail(editor, last).subject()).isEqualTo("News of the day: 1");
        gathered(0);
    }

    @Test
    void nothing_is_lost_while_the_mail_server_is_away() {
        MailServer.shared().goAway();
        var story = Cases.published();
        gathered(1);
        aDayPasses();

        MailServer.shared().comeBack();

        mail(editor, story);
        newest(editor, "DELIVERED");
    }

    @Test
    void who_dies_between_closing_and_sending_leaves_all_of_it_to_be_sent() {
        var story = Cases.published();
        var other = Cases.retracted();
        gathered(2);
        aDayPasses();
        mail(editor, story);
        var id = UUID.fromString(newest(editor, "DELIVERED").path("id").asString());

        Stored.leaveAsAfterAKill(id);

        soon().until(() -> mails(editor, story).size() == 2);
        assertThat(mails(editor, other))
                .hasSize(2)
                .extracting(Mail::id)
                .containsOnly("<" + id + "@mail.example>");
    }

    @Test
    void what_is_out_of_her_scope_when_it_is_sent_is_left_out() {
        var organisation = Cases.organisation();
        var worker = daily(Colleague.in("case-worker").of(organisation, "*"), "GRANT_APPROVED");
        var stays = Cases.approved(known(organisation));
        var beneficiary = known(organisation);
        var moves = Cases.approved(beneficiary);
        soon().until(() -> gatheredFor(worker) == 2);

        Cases.movesTo(beneficiary, Cases.organisation());
        soon().until(() -> !Stored.placeOf(beneficiary).equals(organisation));
        aDayPasses();

        var mail = mail(worker, stays.grant());
        assertThat(mail.subject()).isEqualTo("News of the day: 1");
        assertThat(mail.body()).doesNotContain(moves.grant().toString());
    }

    private static UUID known(String organisation) {
        var beneficiary = Cases.registered(organisation);
        soon().until(() -> Stored.placeOf(beneficiary).equals(organisation));
        return beneficiary;
    }

    private static NotificationDelivered told(UUID id, String what) {
        return new NotificationDelivered(
                id, DeliveryChannel.EMAIL, "homeward.story." + what + ".v1");
    }

    private static Colleague daily(Colleague colleague, String... occasions) {
        var answer =
                colleague.put(
                        Colleague.MINE,
                        Map.of("occasions", List.of(occasions), "language", "en", "pace", "DAILY"));
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        assertThat(colleague.get(Colleague.MINE).json().path("pace").asString()).isEqualTo("DAILY");
        return colleague;
    }

    private void gathered(int notices) {
        soon().until(() -> gatheredFor(editor) == notices);
    }

    /** How much the mail of the day will tell so far. */
    private static long gatheredFor(Colleague colleague) {
        return rows().countDocuments(rowsOf(colleague));
    }

    private static MongoCollection<Document> rows() {
        return RunningService.database().getCollection("notices");
    }

    private static Document rowsOf(Colleague colleague) {
        return new Document("subscription", Stored.subscriptionOf(colleague));
    }

    /** The one that waits for the editor. */
    private Document row() {
        return Objects.requireNonNull(rows().find(rowsOf(editor)).first());
    }

    /** As it would be of another event that was heard of later, on the same day. */
    private static Document another(Document row) {
        var later = Date.from(row.getDate("happened").toInstant().plusSeconds(1));
        return new Document(row)
                .append("_id", UUID.randomUUID())
                .append("event", UUID.randomUUID())
                .append("happened", later)
                .append("facts", new Document("story", UUID.randomUUID().toString()));
    }

    private static Instant closing(Document row) {
        return row.getDate("closes").toInstant();
    }

    private static UUID storyOf(Document row) {
        return UUID.fromString(row.getEmbedded(List.of("facts", "story"), String.class));
    }

    /** By the programme's clock; days and mails of other tests pass with it. */
    private void aDayPasses() {
        var before = Duration.parse(administrator.get(CLOCK).json().path("offset").asString());
        var answer = administrator.put(CLOCK, Map.of("offset", before.plusDays(1).toString()));
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        var now = Instant.parse(answer.json().path("now").asString());
        soon().until(() -> RunningService.knows(now));
    }
}
