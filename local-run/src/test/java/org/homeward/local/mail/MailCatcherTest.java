package org.homeward.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.homeward.backends.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MailCatcherTest {

    private final int smtp = FreePorts.next();
    private final int http = FreePorts.next();
    private final MailCatcher catcher = MailCatcher.start(smtp, http);

    @AfterEach
    void stop() {
        catcher.close();
    }

    @Test
    void a_mail_sent_by_smtp_is_listed_newest_first_for_each_recipient() throws Exception {
        send("first", "one", "a@example.org");
        send("Ҳисобот омода аст", "Матн: ӣ ӯ ҳ қ ғ ҷ", "b@example.org", "c@example.org");

        JsonNode list = messages();

        assertThat(list).hasSize(3);
        assertThat(list.get(0).get("subject").asString()).isEqualTo("Ҳисобот омода аст");
        assertThat(list.get(0).get("text").asString()).contains("ӣ ӯ ҳ қ ғ ҷ");
        assertThat(list.get(0).get("received").asString()).startsWith("20");
        assertThat(list.get(2).get("to").asString()).isEqualTo("a@example.org");
    }

    @Test
    void what_a_mail_says_is_shown_as_text_not_run() throws Exception {
        send("<script>alert(1)</script>", "<img src=x onerror=alert(2)>", "a@example.org");

        assertThat(get("/").body()).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(get("/messages/1").body()).contains("&lt;img src=x").doesNotContain("<img");
    }

    @Test
    void of_a_mail_in_parts_the_plain_text_is_taken() throws Exception {
        MimeMessage mail = mail("parts", "a@example.org");
        MimeMultipart parts = new MimeMultipart("alternative");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText("plain", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>html</p>", "text/html; charset=UTF-8");
        parts.addBodyPart(plain);
        parts.addBodyPart(html);
        mail.setContent(parts);
        Transport.send(mail);

        assertThat(messages().get(0).get("text").asString()).isEqualTo("plain");
    }

    @Test
    void delete_clears_the_list() throws Exception {
        send("gone", "soon", "a@example.org");

        HttpResponse<String> answer = exchange(request("/api/messages").DELETE().build());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(messages()).isEmpty();
        assertThat(get("/messages/1").statusCode()).isEqualTo(404);
    }

    @Test
    void the_oldest_go_when_there_are_more_than_500() throws Exception {
        String[] recipients = new String[60];
        for (int i = 0; i < recipients.length; i++) {
            recipients[i] = "r" + i + "@example.org";
        }
        for (int i = 0; i < 9; i++) {
            send("mail " + i, "text", recipients);
        }

        JsonNode list = messages();

        assertThat(list).hasSize(500);
        assertThat(list.get(0).get("subject").asString()).isEqualTo("mail 8");
        assertThat(list.get(499).get("subject").asString()).isEqualTo("mail 0");
    }

    @Test
    void a_page_of_another_host_name_cannot_read_along() throws Exception {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), http)) {
            socket.getOutputStream()
                    .write(
                            "GET /api/messages HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new BufferedReader(
                            new InputStreamReader(
                                    socket.getInputStream(), StandardCharsets.US_ASCII));
            assertThat(answer.readLine()).contains("403");
        }
    }

    private void send(String subject, String text, String... to) throws Exception {
        MimeMessage mail = mail(subject, to);
        mail.setText(text, "UTF-8");
        Transport.send(mail);
    }

    private MimeMessage mail(String subject, String... to) throws Exception {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", "" + smtp);
        MimeMessage mail = new MimeMessage(Session.getInstance(settings));
        mail.setFrom("homeward@staff.example");
        for (String recipient : to) {
            mail.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        mail.setSubject(subject, "UTF-8");
        return mail;
    }

    private JsonNode messages() throws Exception {
        return JsonMapper.builder().build().readTree(get("/api/messages").body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return exchange(request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + http + path));
    }

    private static HttpResponse<String> exchange(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
