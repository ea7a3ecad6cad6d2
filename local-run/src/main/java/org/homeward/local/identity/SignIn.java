package org.homeward.local.identity;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.homeward.local.Refusal;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gets access tokens as any client must, from any issuer: for people by authorization code with
 * PKCE through its login page, for machines by client credentials.
 */
public final class SignIn {

    private static final String CLIENT = "homeward-cli";
    private static final String CALLBACK = "http://127.0.0.1:52525/callback";
    private static final Pattern FORM = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final int MOST_STEPS = 6;
    private static final String PAGE = "text/html";
    private static final String JSON = "application/json";

    private final JsonMapper json = JsonMapper.shared();
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
            JsonNode endpoints = endpoints(browser);
            Pkce pkce = Pkce.fresh();
            HttpResponse<String> page =
                    follow(browser, get(authorizationRequest(endpoints, pkce), PAGE).build());
            Matcher form = FORM.matcher(page.body());
            if (!form.find()) {
                throw new Refusal("No login page at " + issuer + ": status " + page.statusCode());
            }
            Map<String, String> filled = new HashMap<>();
            Matcher hidden = HIDDEN.matcher(page.body());
            while (hidden.find()) {
                filled.put(hidden.group(1), HtmlUtils.htmlUnescape(hidden.group(2)));
            }
            filled.put("username", username);
            filled.put("password", password);
            URI action = page.uri().resolve(HtmlUtils.htmlUnescape(form.group(1)));
            HttpResponse<String> end = follow(browser, post(action, PAGE, filled).build());
            URI callback =
                    location(end)
                            .orElseThrow(
                                    () ->
                                            new Refusal(
                                                    "Sign-in of "
                                                            + username
                                                            + " was refused: wrong name or"
                                                            + " password."));
            return exchange(browser, endpoints, code(callback, pkce), pkce);
        }
    }

    /** An access token of this machine client. */
    public String machine(String id, String secret) throws Refusal {
        String basic =
                Base64.getEncoder()
                        .encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        try (HttpClient client = browser()) {
            HttpRequest request =
                    post(
                                    tokenEndpoint(endpoints(client)),
                                    JSON,
                                    Map.of("grant_type", "client_credentials"))
                            .header("Authorization", "Basic " + basic)
                            .build();
            return token(send(client, request));
        }
    }

    /** What the issuer says about itself (OpenID Connect Discovery). */
    private JsonNode endpoints(HttpClient client) {
        URI about = URI.create(issuer + "/.well-known/openid-configuration");
        HttpResponse<String> answer = send(client, get(about, JSON).build());
        if (answer.statusCode() != 200) {
            throw new Refusal(
                    "No identity server at " + issuer + ": status " + answer.statusCode());
        }
        return read(answer);
    }

    private JsonNode read(HttpResponse<String> answer) {
        try {
            return json.readTree(answer.body());
        } catch (JacksonException _) {
            throw new Refusal("No identity server at " + issuer + ": it does not speak JSON");
        }
    }

    private static URI tokenEndpoint(JsonNode endpoints) {
        return URI.create(endpoints.path("token_endpoint").asString());
    }

    private static URI authorizationRequest(JsonNode endpoints, Pkce pkce) {
        return UriComponentsBuilder.fromUriString(
                        endpoints.path("authorization_endpoint").asString())
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

    private static String code(URI callback, Pkce pkce) {
        var answer = UriComponentsBuilder.fromUri(callback).build().getQueryParams();
        String code = answer.getFirst("code");
        if (code == null || !pkce.state().equals(answer.getFirst("state"))) {
            throw new Refusal("Sign-in was refused: " + answer.getFirst("error"));
        }
        return code;
    }

    private String exchange(HttpClient browser, JsonNode endpoints, String code, Pkce pkce) {
        Map<String, String> form =
                Map.of(
                        "grant_type", "authorization_code",
                        "client_id", CLIENT,
                        "redirect_uri", CALLBACK,
                        "code", code,
                        "code_verifier", pkce.verifier());
        return token(send(browser, post(tokenEndpoint(endpoints), JSON, form).build()));
    }

    private String token(HttpResponse<String> answer) {
        String token =
                answer.statusCode() == 200 ? read(answer).path("access_token").asString("") : "";
        if (token.isEmpty()) {
            throw new Refusal("No token: status " + answer.statusCode());
        }
        return token;
    }

    /** Follows redirections; the one to the callback, or a page, is the end. */
    private HttpResponse<String> follow(HttpClient browser, HttpRequest start) {
        HttpRequest next = start;
        for (int i = 0; i < MOST_STEPS; i++) {
            HttpResponse<String> answer = send(browser, next);
            Optional<URI> target = location(answer);
            if (target.isEmpty() || target.get().toString().startsWith(CALLBACK)) {
                return answer;
            }
            next = get(target.get(), PAGE).build();
        }
        throw new Refusal("Sign-in goes round in circles at " + issuer);
    }

    private static Optional<URI> location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").map(answer.uri()::resolve);
    }

    /** One kind at a time: an issuer may send whoever takes JSON too to no login page. */
    private HttpRequest.Builder get(URI address, String kind) {
        return HttpRequest.newBuilder(address).timeout(patience).header("Accept", kind);
    }

    private HttpRequest.Builder post(URI address, String kind, Map<String, String> form) {
        UriComponentsBuilder body = UriComponentsBuilder.newInstance();
        form.keySet().forEach(name -> body.queryParam(name, "{" + name + "}"));
        String encoded = body.encode().buildAndExpand(form).getQuery();
        return get(address, kind)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded == null ? "" : encoded));
    }

    private static HttpClient browser() {
        return HttpClient.newBuilder()
                .cookieHandler(new Cookies())
                .connectTimeout(Duration.ofSeconds(3))
                .build();
    }

    private HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new Refusal(
                    "The identity server at "
                            + issuer
                            + " does not answer: ./homeward up, or docker compose up");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted.");
        }
    }
}
