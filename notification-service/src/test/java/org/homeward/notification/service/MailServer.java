package org.homeward.notification.service;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.homeward.backends.FreePorts;

/** A real mail server on one port, which can go away, hang and come back. */
final class MailServer {

    /** Milliseconds to start; two seconds were too few on a busy machine. */
    private static final int PATIENCE = 20_000;

    private static final MailServer SHARED = new MailServer();

    /** Below those that outgoing connections take: while it is away nobody gets it by chance. */
    private final int port = FreePorts.next();

    private final List<Mail> before = new ArrayList<>();
    private GreenMail server = started();

    static MailServer shared() {
        return SHARED;
    }

    int port() {
        return port;
    }

    /** All that was taken for an address, ever. */
    synchronized List<Mail> mailsTo(String address) {
        return Stream.concat(before.stream(), taken().stream())
                .filter(mail -> mail.to().equals(address))
                .toList();
    }

    synchronized void goAway() {
        before.addAll(taken());
        server.stop();
    }

    synchronized void comeBack() {
        server = started();
    }

    /** Takes connections and says nothing; when it is closed the server is away. */
    ServerSocket hang() throws IOException {
        goAway();
        var silent = new ServerSocket();
        silent.setReuseAddress(true);
        silent.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return silent;
    }

    /** Takes connections, counts them, and says at once that it has no time. */
    Closing close() throws IOException {
        goAway();
        return new Closing(port);
    }

    /** A mail server that is about to stop; when it is closed the server is away. */
    static final class Closing implements AutoCloseable {

        private final ServerSocket socket = new ServerSocket();
        private final AtomicInteger connections = new AtomicInteger();

        private Closing(int port) throws IOException {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            Thread.ofPlatform().daemon().name("closing-mail-server").start(this::answer);
        }

        int connections() {
            return connections.get();
        }

        private void answer() {
            while (!socket.isClosed()) {
                try (var caller = socket.accept()) {
                    connections.incrementAndGet();
                    caller.getOutputStream()
                            .write("421 closing\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException over) {
                    // the caller has gone, or this was closed
                }
            }
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    /** What of a mail is compared. */
    record Mail(String to, String id, String subject, String body) {

        private static Mail of(MimeMessage message) {
            try {
                return new Mail(
                        message.getAllRecipients()[0].toString(),
                        message.getMessageID(),
                        message.getSubject(),
                        message.getContent().toString());
            } catch (MessagingException | IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }

    private List<Mail> taken() {
        return Stream.of(server.getReceivedMessages()).map(Mail::of).toList();
    }

    private GreenMail started() {
        var setup = new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(PATIENCE);
        var made =
                new GreenMail(setup)
                        .withConfiguration(
                                GreenMailConfiguration.aConfig().withDisabledAuthentication());
        made.start();
        return made;
    }
}
