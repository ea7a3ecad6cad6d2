package org.homeward.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.homeward.backends.FreePorts;
import org.homeward.local.Refusal;
import org.homeward.local.Secrets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdentityServerIT {

    private final Secrets secrets;
    private final ConfigurableApplicationContext server;
    private final String issuer;
    private final SignIn signIn;

    IdentityServerIT(@TempDir Path directory) {
        secrets = new Secrets(directory);
        IdentitySettings settings = new IdentitySettings(FreePorts.next(), secrets);
        issuer = settings.issuer();
        server = IdentityServer.start(settings);
        signIn = new SignIn(issuer);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void a_person_gets_a_token_through_the_login_page_with_all_that_services_decide_by() {
        Jwt token = verified(signIn.person("protection-officer", secrets.demoPassword()));

        assertThat(token.getIssuer()).hasToString(issuer);
        assertThat(token.getAudience()).containsExactly("homeward");
        assertThat(token.getSubject()).isEqualTo("protection-officer");
        assertThat(token.getClaimAsStringList("roles")).containsExactly("protection-officer");
        assertThat(token.getClaimAsString("organisation")).isEqualTo("mission");
        assertThat(token.getClaimAsStringList("districts")).containsExactly("*");
        assertThat(token.getClaimAsStringList("clearance")).containsExactly("protection");
        assertThat(token.getClaimAsString("email")).isEqualTo("protection-officer@staff.example");
        assertThat(token.getClaimAsBoolean("email_verified")).isTrue();
        assertThat(Duration.between(token.getIssuedAt(), token.getExpiresAt())).hasMinutes(15);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_are_refused_alike() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> signIn.person("auditor", "wrong"))
                .withMessageContaining("wrong name or password");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> signIn.person("nobody", secrets.demoPassword()))
                .withMessageContaining("wrong name or password");
    }

    @Test
    void a_service_gets_a_token_in_its_own_name_and_only_with_its_secret() {
        String secret = secrets.read(secrets.client("story-service"));

        Jwt token = verified(signIn.machine("story-service", secret));

        assertThat(token.getClaimAsStringList("roles")).containsExactly("service-story");
        assertThat(token.getClaimAsStringList("districts")).containsExactly("*");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> signIn.machine("story-service", "wrong"))
                .withMessageContaining("401");
    }

    @Test
    void the_password_grant_does_not_exist() throws Exception {
        String form =
                "grant_type=password&client_id=homeward-cli&username=auditor&password="
                        + secrets.demoPassword();

        assertThat(send(post("/oauth2/token", form)).statusCode()).isBetween(400, 401);
    }

    @Test
    void a_code_is_not_given_without_pkce_and_not_to_another_host() throws Exception {
        String request = "/oauth2/authorize?response_type=code&client_id=homeward-cli&scope=openid";
        String challenge = "&code_challenge_method=S256&code_challenge=" + "a".repeat(43);

        var elsewhere =
                send(get(request + challenge + "&redirect_uri=http://evil.example/callback"));
        var loopback = send(get(request + challenge + "&redirect_uri=http://127.0.0.1:1/callback"));
        var noPkce = send(get(request + "&redirect_uri=http://127.0.0.1:1/callback"));

        assertThat(elsewhere.statusCode()).isEqualTo(400);
        assertThat(loopback.headers().firstValue("Location").orElse("")).endsWith("/login");
        assertThat(noPkce.headers().firstValue("Location").orElse(""))
                .contains("error=invalid_request");
    }

    @Test
    void the_login_page_says_what_it_is() throws Exception {
        var page = send(get("/login?error"));

        assertThat(page.body()).contains("local demo identity", "do not match");
        assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    private Jwt verified(String token) {
        return NimbusJwtDecoder.withJwkSetUri(issuer + "/oauth2/jwks").build().decode(token);
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Accept", "text/html")
                .build();
    }

    private HttpRequest post(String path, String form) {
        return HttpRequest.newBuilder(URI.create(issuer + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static HttpResponse<String> send(HttpRequest request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }
}
