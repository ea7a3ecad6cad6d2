package org.homeward.kit.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/**
 * Puts this service's own token on each question, never that of the user who is behind it. A token
 * is kept until shortly before its end; one that is refused with 401 is forgotten.
 */
final class Tokens {

    private static final String REGISTRATION = "self";

    private Tokens() {}

    static ClientHttpRequestInterceptor of(PeerSettings settings, ClientHttpRequestFactory http) {
        var registrations =
                new InMemoryClientRegistrationRepository(
                        ClientRegistration.withRegistrationId(REGISTRATION)
                                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                                .tokenUri(settings.tokenUri().toString())
                                .clientId(settings.clientId())
                                .clientSecret(secret(settings.clientSecretFile()))
                                .build());
        var known = new InMemoryOAuth2AuthorizedClientService(registrations);
        var provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(tokenEndpoint(http));
        var manager =
                new AuthorizedClientServiceOAuth2AuthorizedClientManager(registrations, known);
        manager.setAuthorizedClientProvider(provider);
        var self = UsernamePasswordAuthenticationToken.unauthenticated(settings.clientId(), "none");
        var tokens = new OAuth2ClientHttpRequestInterceptor(manager);
        tokens.setClientRegistrationIdResolver(request -> REGISTRATION);
        tokens.setPrincipalResolver(request -> self);
        tokens.setAuthorizationFailureHandler(
                OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(known));
        return tokens;
    }

    /** The library's own would wait for ever. */
    private static RestClientClientCredentialsTokenResponseClient tokenEndpoint(
            ClientHttpRequestFactory http) {
        var endpoint = new RestClientClientCredentialsTokenResponseClient();
        endpoint.setRestClient(
                RestClient.builder()
                        .requestFactory(http)
                        .configureMessageConverters(
                                converters ->
                                        converters
                                                .addCustomConverter(new FormHttpMessageConverter())
                                                .addCustomConverter(
                                                        new OAuth2AccessTokenResponseHttpMessageConverter()))
                        .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                        .build());
        return endpoint;
    }

    private static String secret(Path file) {
        try {
            var secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new IllegalStateException("the client secret in " + file + " is empty");
            }
            return secret;
        } catch (IOException unreadable) {
            throw new UncheckedIOException("no client secret in " + file, unreadable);
        }
    }
}
