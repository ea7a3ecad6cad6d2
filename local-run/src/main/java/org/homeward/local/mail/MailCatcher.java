package org.homeward.local.mail;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes every mail that is sent to it by SMTP and sends none on. */
public final class MailCatcher implements AutoCloseable {

    private static final String SINK = "everyone@localhost";
    private static final int PURGE_EVERY = 50;

    private final MailBox box = new MailBox();
    private final AtomicInteger received = new AtomicInteger();
    private final GreenMail server;
    private final MailPage page;

    private MailCatcher(int smtpPort, int pagePort) throws IOException {
        server = new GreenMail(new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        page = new MailPage(pagePort, box);
    }

    /** Listens on the loopback address only. */
    public static MailCatcher start(int smtpPort, int pagePort) {
        try {
            MailCatcher catcher = new MailCatcher(smtpPort, pagePort);
            catcher.server.start();
            GreenMailUser sink = catcher.server.setUser(SINK, "");
            catcher.server
                    .getUserManager()
                    .setMessageDeliveryHandler(
                            (message, recipient) -> catcher.take(message, recipient, sink));
            return catcher;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps a copy of our own; the server's mailbox is emptied now and then. */
    private GreenMailUser take(MovingMessage message, MailAddress recipient, GreenMailUser sink)
            throws MessagingException, UserException {
        MimeMessage mail = message.getMessage();
        try {
            box.add(
                    message.getReturnPath().getEmail(),
                    recipient.getEmail(),
                    Optional.ofNullable(mail.getSubject()).orElse(""),
                    plainText(mail).orElse(""),
                    Instant.now());
            if (received.incrementAndGet() % PURGE_EVERY == 0) {
                server.purgeEmailFromAllMailboxes();
            }
        } catch (IOException | FolderException e) {
            throw new MessagingException("unreadable mail", e);
        }
        return sink;
    }

    private static Optional<String> plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return Optional.of(part.getContent().toString());
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                Optional<String> text = plainText(parts.getBodyPart(i));
                if (text.isPresent()) {
                    return text;
                }
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        page.close();
        server.stop();
    }
}
