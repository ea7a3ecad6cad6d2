package org.homeward.kit.peer;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Makes the clients of the few services that this one asks, one for each. */
public final class Peers {

    /** What a peer adds to its answer later must not break who asks. */
    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final PeerSettings settings;
    private final ObservationRegistry observations;
    private final ClientHttpRequestFactory http;
    private final ClientHttpRequestInterceptor tokens;

    Peers(PeerSettings settings, ObservationRegistry observations) {
        this.settings = settings;
        this.observations = observations;
        this.http = http(settings);
        this.tokens = Tokens.of(settings, http);
    }

    /**
     * @param name of the service, for logs and metrics
     * @param address scheme, host and port
     */
    public PeerClient at(String name, URI address) {
        var client =
                RestClient.builder()
                        .baseUrl(address)
                        .requestFactory(http)
                        .requestInterceptor(tokens)
                        .observationRegistry(observations)
                        .configureMessageConverters(
                                converters ->
                                        converters.withJsonConverter(
                                                new JacksonJsonHttpMessageConverter(JSON)))
                        .build();
        return new PeerClient(name, client, breaker(name));
    }

    /** Open when half of the last ten failed; then one call in each pause finds out. */
    private CircuitBreaker breaker(String name) {
        return CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .failureRateThreshold(50)
                        .waitDurationInOpenState(settings.peerPause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .recordException(PeerAway.class::isInstance)
                        .build());
    }

    /** Follows no redirect: the token is for this address only. */
    private static ClientHttpRequestFactory http(PeerSettings settings) {
        var requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder()
                                .version(HttpClient.Version.HTTP_1_1)
                                .followRedirects(HttpClient.Redirect.NEVER)
                                .connectTimeout(settings.peerConnectTimeout())
                                .build());
        requests.setReadTimeout(settings.peerReadTimeout());
        return requests;
    }
}
