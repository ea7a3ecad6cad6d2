package org.homeward.notification.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers what a test wants, over a real socket. */
final class ScriptedMailServer implements AutoCloseable {

    final List<String> mails = new CopyOnWriteArrayList<>();
    final AtomicInteger connections = new AtomicInteger();

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ServerSocket socket;

    ScriptedMailServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /**
     * @param command {@code GREETING}, {@code MAIL}, {@code RCPT}, {@code DATA}, or {@code END} for
     *     the end of a mail
     * @param answer a line of SMTP; empty to hang
     */
    void answers(String command, String answer) {
        answers.put(command, answer);
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                connections.incrementAndGet();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // the end of the test
        }
    }

    private void serve(Socket client) {
        try (client) {
            var in =
                    new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            say(client, "GREETING", "220 here");
            String line = in.readLine();
            while (line != null) {
                var command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
                if (command.equals("QUIT")) {
                    return;
                }
                say(client, command, command.equals("DATA") ? "354 go on" : "250 well");
                if (command.equals("DATA") && !answers.containsKey("DATA")) {
                    mails.add(mail(in));
                    say(client, "END", "250 taken");
                }
                line = in.readLine();
            }
        } catch (IOException gone) {
            // the client gave up
        }
    }

    private void say(Socket client, String command, String usually) throws IOException {
        var answer = answers.getOrDefault(command, usually);
        if (!answer.isEmpty()) {
            client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String mail(BufferedReader in) throws IOException {
        var mail = new StringBuilder();
        String line = in.readLine();
        while (line != null && !line.equals(".")) {
            mail.append(line).append('\n');
            line = in.readLine();
        }
        return mail.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
