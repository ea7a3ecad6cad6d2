package org.homeward.local.identity;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.homeward.local.MachineClient;
import org.homeward.local.Secrets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * People sign in by authorization code with PKCE, through a client without a secret; machines by
 * client credentials, each with a secret of this installation.
 */
@Configuration(proxyBeanMethods = false)
class Clients {

    static final List<String> FOR_PEOPLE = List.of("homeward-cli", "homeward-staff-app");

    /** RFC 8252, 7.3: on the loopback address the client may listen on any port. */
    static final String REDIRECT = "http://127.0.0.1/callback";

    static final Duration TOKEN = Duration.ofMinutes(15);

    @Bean
    RegisteredClientRepository registeredClients(
            PasswordEncoder encoder, IdentitySettings settings) {
        List<RegisteredClient> clients = new ArrayList<>();
        FOR_PEOPLE.forEach(id -> clients.add(forPeople(id)));
        Secrets secrets = settings.secrets();
        for (MachineClient client : MachineClient.ALL) {
            String secret = secrets.read(secrets.client(client.id()));
            clients.add(machine(client.id(), encoder.encode(secret)));
        }
        return new InMemoryRegisteredClientRepository(clients);
    }

    private static RegisteredClient forPeople(String id) {
        return client(id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(REDIRECT)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(OidcScopes.EMAIL)
                .clientSettings(
                        ClientSettings.builder()
                                .requireProofKey(true)
                                .requireAuthorizationConsent(false)
                                .build())
                .build();
    }

    private static RegisteredClient machine(String id, String secret) {
        return client(id)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private static RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(TOKEN).build());
    }
}
