package org.homeward.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.homeward.notification.channel.Circuit;
import org.homeward.notification.channel.NotTaken;
import org.homeward.notification.channel.NotTaken.Kind;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * Hands a mail to the mail server; a repetition has the same Message-ID, by which the recipient's
 * side knows it. A server that is away is left alone for a while, longer each time, and then tried
 * with one mail.
 */
@Component
public class Mailer {

    private final JavaMailSender server;
    private final MailSettings settings;
    private final Circuit circuit;

    Mailer(JavaMailSender server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
        this.circuit =
                new Circuit(
                        "the mail server",
                        settings.shortestPause(),
                        settings.longestPause(),
                        Set.of(Kind.SERVER_AWAY));
    }

    /** How many mails it makes sense to begin now: 0 while the server is left alone. */
    public int room(int wanted) {
        return circuit.room(wanted);
    }

    /**
     * @param id of the message, the same for every attempt
     * @throws NotTaken when the server did not take it
     */
    public void send(UUID id, String address, Text text) {
        circuit.run(() -> attempt(id, address, text));
    }

    private void attempt(UUID id, String address, Text text) {
        var mail = mail(id, address, text);
        try {
            server.send(mail);
        } catch (MailException failed) {
            throw Refusals.of(failed);
        }
    }

    private MimeMessage mail(UUID id, String address, Text text) {
        try {
            var from = new InternetAddress(settings.from(), true);
            var mail = new Identified("<" + id + "@" + from.getAddress().split("@", 2)[1] + ">");
            var helper = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(new InternetAddress(address, true));
            helper.setSubject(text.subject());
            helper.setText(text.body());
            mail.setHeader("Content-Language", text.language());
            // RFC 3834: no automatic answers to it
            mail.setHeader("Auto-Submitted", "auto-generated");
            return mail;
        } catch (MessagingException noAddress) {
            throw new NotTaken(Kind.NEVER, "the address can't be written to");
        }
    }

    /** Keeps its id: the library would make another for each attempt. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(String id) {
            super((jakarta.mail.Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
