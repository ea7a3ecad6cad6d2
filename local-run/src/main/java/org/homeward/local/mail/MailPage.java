package org.homeward.local.mail;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The caught mails to read: {@code /} lists them, {@code /messages/ID} shows one as text, {@code
 * /api/messages} gives them as JSON, and DELETE on it clears. Asked by another host name than the
 * loopback's it refuses: a page elsewhere must not read along.
 */
final class MailPage implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String HTML = "text/html; charset=utf-8";

    private final HttpServer server;
    private final MailBox box;

    MailPage(int port, MailBox box) throws IOException {
        this.box = box;
        server =
                HttpServer.create(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
        server.setExecutor(
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory()));
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            String host = exchange.getRequestHeaders().getFirst("Host");
            if (host == null || !host.matches("(127\\.0\\.0\\.1|localhost)(:\\d+)?")) {
                send(exchange, 403, HTML, page("Refused", "<p>Only from this machine.</p>"));
                return;
            }
            switch (exchange.getRequestMethod() + " " + path) {
                case "GET /" -> send(exchange, 200, HTML, list());
                case "GET /api/messages" ->
                        send(exchange, 200, "application/json", json(box.all()));
                case "DELETE /api/messages" -> {
                    box.clear();
                    exchange.sendResponseHeaders(204, -1);
                }
                default -> one(exchange, path);
            }
        }
    }

    private void one(HttpExchange exchange, String path) throws IOException {
        String id = path.startsWith("/messages/") ? path.substring(10) : "";
        var mail = id.matches("\\d{1,15}") ? box.find(Long.parseLong(id)) : Optional.<Mail>empty();
        if (mail.isEmpty()) {
            send(exchange, 404, HTML, page("Not here", "<p><a href=\"/\">All mail</a></p>"));
        } else {
            send(exchange, 200, HTML, view(mail.get()));
        }
    }

    private static String json(List<Mail> mails) {
        return JSON.writeValueAsString(mails);
    }

    private String list() {
        String rows =
                box.all().stream()
                        .map(
                                mail ->
                                        "<tr><td>%s</td><td>%s</td><td><a href=\"/messages/%d\">%s</a></td></tr>"
                                                .formatted(
                                                        mail.received(),
                                                        HtmlUtils.htmlEscape(mail.to()),
                                                        mail.id(),
                                                        HtmlUtils.htmlEscape(title(mail))))
                        .collect(Collectors.joining("\n"));
        return page(
                "Mail",
                rows.isEmpty()
                        ? "<p>No mail yet.</p>"
                        : "<table><tr><th>received</th><th>to</th><th>subject</th></tr>\n"
                                + rows
                                + "</table>");
    }

    private static String title(Mail mail) {
        return mail.subject().isBlank() ? "(no subject)" : mail.subject();
    }

    private static String view(Mail mail) {
        return page(
                HtmlUtils.htmlEscape(title(mail)),
                "<p>from %s to %s, %s</p><pre>%s</pre><p><a href=\"/\">All mail</a></p>"
                        .formatted(
                                HtmlUtils.htmlEscape(mail.from()),
                                HtmlUtils.htmlEscape(mail.to()),
                                mail.received(),
                                HtmlUtils.htmlEscape(mail.text())));
    }

    private static String page(String title, String body) {
        return """
               <!DOCTYPE html>
               <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
               <style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
               table{border-collapse:collapse;width:100%%}td,th{text-align:left;padding:.4rem;border-bottom:1px solid #ddd}
               pre{white-space:pre-wrap;background:#f6f6f6;padding:1rem}</style></head>
               <body><h1>%1$s</h1>%2$s</body></html>
               """
                .formatted(title, body);
    }

    private static void send(HttpExchange exchange, int status, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Map.of(
                        "Content-Type",
                        type,
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'",
                        "X-Content-Type-Options",
                        "nosniff")
                .forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
