package org.homeward.local.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

@RestController
class LoginPage {

    private final String template = template();

    @GetMapping(path = "/login", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    String login(HttpServletRequest request, CsrfToken csrf) {
        return template.replace("{{csrf}}", HtmlUtils.htmlEscape(csrf.getToken()))
                .replace("{{message}}", message(request));
    }

    private static String message(HttpServletRequest request) {
        return request.getParameter("error") == null
                ? ""
                : "<p role=\"alert\">This user name and password do not match.</p>";
    }

    private static String template() {
        try (InputStream in = LoginPage.class.getResourceAsStream("/login.html")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
