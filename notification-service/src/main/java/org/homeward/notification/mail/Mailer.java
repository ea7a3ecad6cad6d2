package org.homeward.notification.mail;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.homeward.notification.mail.NotTaken.Kind;
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
    private final CircuitBreaker breaker;

    Mailer(JavaMailSender server, MailSettings settings) {
        this.server = server;
        this.settings = settings;
        this.breaker =
                CircuitBreaker.of(
                        "mail-server",
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(4)
                                .minimumNumberOfCalls(2)
                                .failureRateThreshold(100)
                                .waitIntervalFunctionInOpenState(
                                        IntervalFunction.ofExponentialBackoff(
                                                settings.shortestPause(),
                                                2,
                                                settings.longestPause()))
                                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                                .permittedNumberOfCallsInHalfOpenState(1)
                                .recordException(Mailer::isServerAway)
                                .build());
    }

    /** How many mails it makes sense to begin now: 0 while the server is left alone. */
    public int room(int wanted) {
        return switch (breaker.getState()) {
            case State.OPEN, State.FORCED_OPEN -> 0;
            case State.HALF_OPEN -> Math.min(1, wanted);
            case State.CLOSED, State.DISABLED, State.METRICS_ONLY -> wanted;
        };
    }

    /**
     * @param id of the message, the same for every attempt
     * @throws NotTaken when the server did not take it
     */
    public void send(UUID id, String address, Text text) {
        try {
            breaker.executeRunnable(() -> attempt(id, address, text));
        } catch (CallNotPermittedException open) {
            throw new NotTaken(Kind.SERVER_AWAY, "the mail server was away and is left alone");
        }
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

    private static boolean isServerAway(Throwable failure) {
        return failure instanceof NotTaken no && no.kind() == Kind.SERVER_AWAY;
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
