package org.homeward.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.homeward.notification.channel.NotTaken;
import org.homeward.notification.channel.NotTaken.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailerTest {

    private static final UUID ID = UUID.fromString("6f0c1c8e-0d5b-4f0e-9a39-0f6f4d5a7f10");
    private static final Text TEXT = new Text("tg", "Ҳикоя нашр шуд", "Ҷавоб надиҳед.\n", "1");

    private final ScriptedMailServer server = new ScriptedMailServer();
    private final Mailer mailer = mailer(Duration.ofMillis(1));

    @AfterEach
    void ends() {
        server.close();
    }

    @Test
    void a_repetition_has_the_same_message_id() {
        mailer.send(ID, "zafar@mail.example", TEXT);
        mailer.send(ID, "zafar@mail.example", TEXT);

        assertThat(server.mails)
                .hasSize(2)
                .allSatisfy(
                        mail ->
                                assertThat(mail)
                                        .containsOnlyOnce(
                                                "Message-ID: <" + ID + "@mission.example>"));
    }

    @Test
    void it_asks_for_no_automatic_answer_and_says_its_language() {
        mailer.send(ID, "zafar@mail.example", TEXT);

        assertThat(server.mails.getFirst())
                .contains("Auto-Submitted: auto-generated")
                .contains("Content-Language: tg")
                .contains("From: office@mission.example")
                .contains("Content-Type: text/plain; charset=UTF-8");
    }

    @Test
    void by_default_nothing_in_a_mail_tells_whom_it_comes_from() {
        var settings =
                new Binder(new MapConfigurationPropertySource())
                        .bindOrCreate("homeward.mail", MailSettings.class);

        mailer(settings).send(ID, "zafar@mail.example", TEXT);

        assertThat(server.mails.getFirst())
                .contains("Message-ID: <" + ID + "@mail.example>")
                .doesNotContainIgnoringCase("homeward")
                .doesNotContainIgnoringCase("mission");
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 no such mailbox,     NEVER",
        "RCPT, 450 mailbox busy,        NOT_NOW",
        "END,  554 not in this house,   NEVER",
        "END,  451 later please,        NOT_NOW",
        "RCPT, 421 closing,             SERVER_AWAY",
        "MAIL, 550 we do not know you,  SERVER_AWAY",
        "MAIL, 451 later please,        SERVER_AWAY",
        "GREETING, 554 nobody here,     SERVER_AWAY"
    })
    void what_the_server_answers_decides_whether_to_come_back(
            String command, String answer, Kind kind) {
        server.answers(command, answer);

        assertNotTaken(kind, "zafar@mail.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GREETING", "RCPT", "DATA", "END"})
    void a_server_that_hangs_is_given_up(String command) {
        server.answers(command, "");
        long start = System.nanoTime();

        assertNotTaken(Kind.SERVER_AWAY, "zafar@mail.example");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void nobody_there_is_away() {
        server.close();

        assertNotTaken(Kind.SERVER_AWAY, "zafar@mail.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "zafar", "zafar@", "a@b.example, c@d.example", "a@b.example\nBcc: c"})
    void what_is_no_address_is_never_written_to(String address) {
        assertNotTaken(Kind.NEVER, address);
        assertThat(server.connections).hasValue(0);
    }

    @Test
    void a_server_that_is_away_is_left_alone() {
        var patient = mailer(Duration.ofMinutes(1));
        server.answers("GREETING", "421 closing");
        for (int i = 0; i < 20; i++) {
            assertThatExceptionOfType(NotTaken.class)
                    .isThrownBy(() -> patient.send(ID, "zafar@mail.example", TEXT));
        }

        assertThat(server.connections).hasValue(2);
        assertThat(patient.room(100)).isZero();
    }

    @Test
    void it_is_tried_again_with_one_mail_and_then_with_all() {
        server.answers("GREETING", "421 closing");
        assertNotTaken(Kind.SERVER_AWAY, "zafar@mail.example");
        assertNotTaken(Kind.SERVER_AWAY, "zafar@mail.example");
        server.answers("GREETING", "220 back");

        await().atMost(Duration.ofSeconds(5)).until(() -> mailer.room(100) == 1);
        mailer.send(ID, "zafar@mail.example", TEXT);

        assertThat(mailer.room(100)).isEqualTo(100);
    }

    @Test
    void that_one_mail_is_refused_holds_up_no_other() {
        server.answers("RCPT", "550 no such mailbox");
        for (int i = 0; i < 10; i++) {
            assertNotTaken(Kind.NEVER, "zafar@mail.example");
        }

        assertThat(mailer.room(100)).isEqualTo(100);
    }

    private void assertNotTaken(Kind kind, String address) {
        assertThatExceptionOfType(NotTaken.class)
                .isThrownBy(() -> mailer.send(ID, address, TEXT))
                .returns(kind, NotTaken::kind)
                .withNoCause()
                .withMessageNotContainingAny("zafar", "mail.example");
    }

    private Mailer mailer(Duration pause) {
        return mailer(new MailSettings("office@mission.example", pause, pause.multipliedBy(2)));
    }

    private Mailer mailer(MailSettings settings) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.port());
        var properties = sender.getJavaMailProperties();
        properties.put("mail.smtp.connectiontimeout", "500");
        properties.put("mail.smtp.timeout", "500");
        properties.put("mail.smtp.writetimeout", "500");
        return new Mailer(sender, settings);
    }
}
