package org.homeward.kit.peer;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks another service, as this service and for a purpose. Every call is bounded in time; after
 * failures in a row the other is left alone for a while and calls fail at once. Neither questions
 * nor answers are kept or logged.
 */
public final class PeerClient {

    private static final String PURPOSE = "Homeward-Purpose";

    private final String name;
    private final RestClient client;
    private final CircuitBreaker breaker;

    PeerClient(String name, RestClient client, CircuitBreaker breaker) {
        this.name = name;
        this.client = client;
        this.breaker = breaker;
    }

    /**
     * @param purpose why personal data is asked for, a code that the other service allows
     * @param path with places for the variables, for example {@code /internal/v1/things/{id}}
     * @throws PeerRefused when the other says no (4xx)
     * @throws PeerAway when there is no answer now
     */
    public <T> T get(String purpose, Class<T> answer, String path, Object... variables) {
        return call(() -> client.get().uri(path, variables).header(PURPOSE, purpose), answer);
    }

    /**
     * As {@link #get}, with a body. Each call has an Idempotency-Key of its own, and none is made
     * twice.
     */
    public <T> T post(
            String purpose, Object body, Class<T> answer, String path, Object... variables) {
        var key = UUID.randomUUID().toString();
        return call(
                () ->
                        client.method(HttpMethod.POST)
                                .uri(path, variables)
                                .header(PURPOSE, purpose)
                                .header("Idempotency-Key", '"' + key + '"')
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(body),
                answer);
    }

    private <T> T call(Question question, Class<T> answer) {
        try {
            return breaker.executeSupplier(() -> withTokenOfToday(question, answer));
        } catch (CallNotPermittedException open) {
            throw new PeerAway(name + " failed before and is left alone");
        }
    }

    /**
     * A token may end early, as when the issuer's keys change: a 401 is tried once with a new one.
     */
    private <T> T withTokenOfToday(Question question, Class<T> answer) {
        try {
            return once(question, answer);
        } catch (TokenRefused old) {
            try {
                return once(question, answer);
            } catch (TokenRefused again) {
                throw new PeerAway(name + " refuses this service's token");
            }
        }
    }

    private <T> T once(Question question, Class<T> answer) {
        try {
            T body =
                    question.ask()
                            .accept(MediaType.APPLICATION_JSON)
                            .retrieve()
                            .onStatus(status -> !status.is2xxSuccessful(), (_, no) -> refuse(no))
                            .body(answer);
            if (body == null) {
                throw new PeerAway(name + " answered nothing");
            }
            return body;
        } catch (OAuth2AuthorizationException noToken) {
            throw new PeerAway("no token for " + name + ": " + noToken.getError().getErrorCode());
        } catch (RestClientException broken) {
            throw new PeerAway(name + ": " + broken.getClass().getSimpleName());
        }
    }

    private void refuse(ClientHttpResponse answer) throws java.io.IOException {
        HttpStatusCode status = answer.getStatusCode();
        if (status.isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            throw new TokenRefused();
        }
        if (!status.is4xxClientError()
                || status.isSameCodeAs(HttpStatus.FORBIDDEN)
                || status.isSameCodeAs(HttpStatus.REQUEST_TIMEOUT)
                || status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)) {
            throw new PeerAway(name + " answered " + status.value());
        }
        throw new PeerRefused(name, status.value());
    }

    @FunctionalInterface
    private interface Question {
        RestClient.RequestHeadersSpec<?> ask();
    }

    private static final class TokenRefused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TokenRefused() {
            super(null, null, false, false);
        }
    }
}
