package org.homeward.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands a mail to the mail server; a repetition has the same Message-ID. */
@Component
public class Mailer {

    private final JavaMailSenderImpl server;
    private final MailSettings settings;

    Mailer(JavaMailSender server, MailSettings settings) {
        this.server = (JavaMailSenderImpl) server;
        this.settings = settings;
    }

    /**
     * @throws NotTaken when the server did not take it; the address is in no message
     */
    public void send(UUID id, String address, Templates.Text text) {
        try {
            var mail = new Identified(id);
            var helper = new MimeMessageHelper(mail, false, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(address);
            helper.setSubject(text.subject());
            helper.setText(text.body());
            server.send(mail);
        } catch (MailException | MessagingException failed) {
            throw new NotTaken(failed.getClass().getSimpleName());
        }
    }

    /** Keeps its id: the default would make another for each attempt. */
    private static final class Identified extends MimeMessage {

        private final UUID id;

        Identified(UUID id) {
            super((jakarta.mail.Session) null);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + "@homeward>");
        }
    }

    /** The mail server is away or refused. */
    public static final class NotTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotTaken(String kind) {
            super(kind, null, false, false);
        }
    }
}
