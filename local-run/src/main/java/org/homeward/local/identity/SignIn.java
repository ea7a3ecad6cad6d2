package org.homeward.local.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.local.Refusal;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Gets access tokens as any client must: for people by authorization code with PKCE through the
 * login page, for machines by client credentials.
 */
public final class SignIn {

    private static final String CLIENT = "homeward-cli";
    private static final String CALLBACK = "http://127.0.0.1:52525/callback";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");
    private static final int MOST_STEPS = 6;

    private final String issuer;
    private final Duration patience;

    /** The issuer, for instance {@code http://127.0.0.1:8080}. */
    public SignIn(String issuer) {
        this(issuer, Duration.ofSeconds(10));
    }

    /**
     * @param patience how long each answer may take
     */
    SignIn(String issuer, Duration patience) {
        this.issuer = issuer;
        this.patience = patience;
    }

    /** An access token of this person. */
    public String person(String username, String password) throws Refusal {
        try (HttpClient browser = browser()) {
            Pkce pkce = Pkce.fresh();
            HttpResponse<String> login = follow(browser, authorizationRequest(pkce));
            Matcher csrf = CSRF.matcher(login.body());
            if (!csrf.find()) {
                throw new Refusal("No login page at " + issuer + ": status " + login.statusCode());
            }
            Map<String, String> form =
                    Map.of(
                            "username", username,
                            "password", password,
                            "_csrf", HtmlUtils.htmlUnescape(csrf.group(1)));
            HttpResponse<String> answer = send(browser, post("/login", form).build());
            URI target = location(answer).orElseThrow(() -> refused(username));
            if (target.getPath().equals("/login")) {
                throw refused(username);
            }
            return exchange(browser, code(follow(browser, target), pkce), pkce);
        }
    }

    /** An access token of this machine client. */
    public String machine(String id, String secret) throws Refusal {
        String basic =
                Base64.getEncoder()
                        .encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request =
                post("/oauth2/token", Map.of("grant_type", "client_credentials"))
                        .header("Authorization", "Basic " + basic)
                        .build();
        try (HttpClient client = browser()) {
            return token(send(client, request));
        }
    }

    private URI authorizationRequest(Pkce pkce) {
        return UriComponentsBuilder.fromUriString(issuer)
                .path("/oauth2/authorize")
                .queryParam("response_type", "code")
                .queryParam("client_id", CLIENT)
                .queryParam("redirect_uri", CALLBACK)
                .queryParam("scope", "openid profile email")
                .queryParam("state", pkce.state())
                .queryParam("code_challenge", pkce.challenge())
                .queryParam("code_challenge_method", "S256")
                .encode()
                .build()
                .toUri();
    }

    private static String code(HttpResponse<String> end, Pkce pkce) {
        URI callback = location(end).orElseThrow(() -> new Refusal("Sign-in ended nowhere."));
        var answer = UriComponentsBuilder.fromUri(callback).build().getQueryParams();
        String code = answer.getFirst("code");
        if (code == null || !pkce.state().equals(answer.getFirst("state"))) {
            throw new Refusal("Sign-in was refused: " + answer.getFirst("error"));
        }
        return code;
    }

    private String exchange(HttpClient browser, String code, Pkce pkce) {
        Map<String, String> form =
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", CLIENT,
                        "redirect_uri", CALLBACK,
                        "code", code,
                        "code_verifier", pkce.verifier());
        return token(send(browser, post("/oauth2/token", form).build()));
    }

    private static String token(HttpResponse<String> answer) {
        Matcher token = TOKEN.matcher(answer.body());
        if (answer.statusCode() != 200 || !token.find()) {
            throw new Refusal("No token: status " + answer.statusCode());
        }
        return token.group(1);
    }

    /** Follows redirections within the issuer; the one to the callback is the end. */
    private HttpResponse<String> follow(HttpClient browser, URI start) {
        URI next = start;
        for (int i = 0; i < MOST_STEPS; i++) {
            HttpRequest request =
                    HttpRequest.newBuilder(next)
                            .timeout(patience)
                            .header("Accept", "text/html")
                            .build();
            HttpResponse<String> answer = send(browser, request);
            Optional<URI> target = location(answer);
            if (target.isEmpty() || target.get().toString().startsWith(CALLBACK)) {
                return answer;
            }
            next = target.get();
        }
        throw new Refusal("Sign-in goes round in circles at " + issuer);
    }

    private static Optional<URI> location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").map(answer.uri()::resolve);
    }

    private HttpRequest.Builder post(String path, Map<String, String> form) {
        UriComponentsBuilder body = UriComponentsBuilder.newInstance();
        form.keySet().forEach(name -> body.queryParam(name, "{" + name + "}"));
        String encoded = body.encode().buildAndExpand(form).getQuery();
        return HttpRequest.newBuilder(URI.create(issuer + path))
                .timeout(patience)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded == null ? "" : encoded));
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(Duration.ofSeconds(3))
                .build();
    }

    private HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refusal(
                    "The identity server at " + issuer + " does not answer: ./homeward up");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }

    private static Refusal refused(String username) {
        return new Refusal("Sign-in of " + username + " was refused: wrong name or password.");
    }
}
