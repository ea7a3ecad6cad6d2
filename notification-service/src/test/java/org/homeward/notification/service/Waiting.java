package org.homeward.notification.service;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.homeward.notification.service.MailServer.Mail;
import tools.jackson.databind.JsonNode;

/** Waits for what follows from events; bounded. */
final class Waiting {

    private Waiting() {}

    static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    /** The mail to somebody in which this id is named. */
    static Mail mail(Colleague colleague, UUID about) {
        return soon().until(() -> mails(colleague, about), found -> !found.isEmpty()).getFirst();
    }

    static List<Mail> mails(Colleague colleague, UUID about) {
        return colleague.mails().stream()
                .filter(mail -> mail.body().contains(about.toString()))
                .toList();
    }

    /** The newest message to somebody once it stands so. */
    static JsonNode newest(Colleague colleague, String state) {
        return soon().until(
                        colleague::deliveries,
                        found ->
                                !found.isEmpty()
                                        && found.getFirst().path("state").asString().equals(state))
                .getFirst();
    }
}
