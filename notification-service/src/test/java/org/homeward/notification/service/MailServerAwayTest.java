package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.service.Waiting.mail;
import static org.homeward.notification.service.Waiting.mails;
import static org.homeward.notification.service.Waiting.newest;
import static org.homeward.notification.service.Waiting.soon;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.homeward.notification.service.MailServer.Mail;
import org.junit.jupiter.api.Test;

class MailServerAwayTest {

    private final Colleague editor =
            Colleague.in("story-editor").subscribed("en", "STORY_PUBLISHED");

    @Test
    void what_could_not_be_sent_is_sent_when_the_server_is_back() {
        MailServer.shared().goAway();
        var stories = IntStream.range(0, 10).mapToObj(i -> Cases.published()).toList();
        soon().untilAsserted(
                        () ->
                                assertThat(editor.deliveries())
                                        .hasSize(10)
                                        .anyMatch(d -> d.path("attempts").asInt() > 0)
                                        .allMatch(
                                                d -> d.path("state").asString().equals("QUEUED")));

        MailServer.shared().comeBack();

        for (var story : stories) {
            mail(editor, story);
            assertThat(mails(editor, story)).hasSize(1);
        }
    }

    @Test
    void a_server_that_is_away_does_not_use_up_the_attempts_of_all() throws IOException {
        // nobody else hears of this: so it is known what waits
        var alone = Colleague.in("story-editor").subscribed("en", "STORY_RETRACTED");
        int attempts;
        int looks;
        try (var closing = MailServer.shared().close()) {
            for (int i = 0; i < 20; i++) {
                Cases.retracted();
            }
            soon().until(() -> alone.deliveries().size() == 20);
            soon().until(() -> closing.connections() >= 20);
            attempts = alone.deliveries().stream().mapToInt(d -> d.path("attempts").asInt()).sum();
            looks = closing.connections();
        }

        MailServer.shared().comeBack();
        // none is taken up without a look at the server, but for the senders of both instances that
        // were about to when it was found to be away
        assertThat(attempts).isLessThanOrEqualTo(looks + 8);
        soon().untilAsserted(
                        () ->
                                assertThat(alone.deliveries())
                                        .allMatch(
                                                d ->
                                                        d.path("state")
                                                                .asString()
                                                                .equals("DELIVERED")));
    }

    @Test
    void a_server_that_hangs_is_given_up_and_the_service_goes_on() throws IOException {
        UUID story;
        try (var silent = MailServer.shared().hang()) {
            assertThat(silent.isBound()).isTrue();
            story = Cases.published();
            soon().until(
                            () -> editor.deliveries(),
                            found ->
                                    !found.isEmpty()
                                            && found.getFirst().path("attempts").asInt() > 0);
            long start = System.nanoTime();
            editor.subscribed("ru", "STORY_PUBLISHED");
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(10));
            var lease = Instant.parse(newest(editor, "QUEUED").path("at").asString());
            soon().until(
                            () -> newest(editor, "QUEUED"),
                            found -> Instant.parse(found.path("at").asString()).isBefore(lease));
        }
        MailServer.shared().comeBack();

        mail(editor, story);
        newest(editor, "DELIVERED");
    }

    @Test
    void who_dies_between_sending_and_marking_leaves_it_to_be_sent_again_with_the_same_id() {
        var story = Cases.published();
        mail(editor, story);
        var id = UUID.fromString(newest(editor, "DELIVERED").path("id").asString());

        Stored.leaveAsAfterAKill(id);

        soon().until(() -> mails(editor, story).size() == 2);
        assertThat(mails(editor, story))
                .extracting(Mail::id)
                .containsOnly("<" + id + "@mail.example>");
        assertThat(newest(editor, "DELIVERED").path("attempts").asInt()).isEqualTo(2);
    }
}
