package org.homeward.story.disclosure;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BeneficiarySettings.class)
class DisclosureConfiguration {

    private static final String REGISTRATION = "beneficiary-service";

    @Bean
    DisclosureTest disclosureTest(RestClient.Builder builder, BeneficiarySettings settings) {
        var client =
                builder.baseUrl(settings.baseUrl())
                        .requestFactory(requests(settings))
                        .requestInterceptor(tokens(settings))
                        .build();
        return new BeneficiaryDisclosureTest(client, breaker());
    }

    @Bean
    ProblemTypes disclosureProblemTypes() {
        return ProblemTypes.of(new ConsentUnknown(new UUID(0, 0)), new TooManyTests(60));
    }

    /** As this service itself, never with the token of the user who asks. */
    private static ClientHttpRequestInterceptor tokens(BeneficiarySettings settings) {
        var registrations =
                new InMemoryClientRegistrationRepository(
                        ClientRegistration.withRegistrationId(REGISTRATION)
                                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                                .tokenUri(settings.tokenUri().toString())
                                .clientId(settings.clientId())
                                .clientSecret(secret(settings.clientSecretFile()))
                                .build());
        var manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                        registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        var tokens = new OAuth2ClientHttpRequestInterceptor(manager);
        tokens.setClientRegistrationIdResolver(request -> REGISTRATION);
        tokens.setPrincipalResolver(request -> new ServiceItself(settings.clientId()));
        return tokens;
    }

    private static ClientHttpRequestFactory requests(BeneficiarySettings settings) {
        var requests =
                new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().connectTimeout(settings.connectTimeout()).build());
        requests.setReadTimeout(settings.readTimeout());
        return requests;
    }

    /** Opens when half of the last ten calls failed; that a consent is unknown is no failure. */
    private static CircuitBreaker breaker() {
        return CircuitBreaker.of(
                REGISTRATION,
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(10)
                        .minimumNumberOfCalls(5)
                        .waitDurationInOpenState(Duration.ofSeconds(10))
                        .ignoreExceptions(HttpClientErrorException.NotFound.class)
                        .build());
    }

    private static String secret(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "the file named by homeward.beneficiary.client-secret-file can't be read",
                    unreadable);
        }
    }
}
