package org.homeward.notification.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.homeward.notification.channel.NotTaken;
import org.homeward.notification.channel.NotTaken.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Reads from a failure of the library what the mail server meant (RFC 5321 section 4.2.1). */
final class Refusals {

    private static final int CLOSING = 421;

    private Refusals() {}

    static NotTaken of(MailException failure) {
        if (failure instanceof MailSendException sending
                && sending.getCause() == null
                && sending.getMessageExceptions().length > 0
                && sending.getMessageExceptions()[0] instanceof MessagingException refusal) {
            return of(refusal);
        }
        return new NotTaken(Kind.SERVER_AWAY, failure.getClass().getSimpleName());
    }

    private static NotTaken of(MessagingException refusal) {
        for (Exception e = refusal; e != null; e = next(e)) {
            switch (e) {
                case SMTPSenderFailedException _, IOException _ -> {
                    return new NotTaken(Kind.SERVER_AWAY, e.getClass().getSimpleName());
                }
                case SMTPAddressFailedException address -> {
                    return answered(address.getReturnCode());
                }
                case SMTPSendFailedException us when us.getCommand().startsWith("MAIL") -> {
                    return new NotTaken(
                            Kind.SERVER_AWAY, "the mail server answered " + us.getReturnCode());
                }
                case SMTPSendFailedException mail when next(mail) == null -> {
                    return answered(mail.getReturnCode());
                }
                default -> {}
            }
        }
        return new NotTaken(Kind.SERVER_AWAY, refusal.getClass().getSimpleName());
    }

    private static NotTaken answered(int code) {
        var kind =
                code == CLOSING || code < 400
                        ? Kind.SERVER_AWAY
                        : code < 500 ? Kind.NOT_NOW : Kind.NEVER;
        return new NotTaken(kind, "the mail server answered " + code);
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException mail ? mail.getNextException() : null;
    }
}
