package org.homeward.local.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.DispatcherType;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The protocol's endpoints, the login page, the users and the signing key. */
@Configuration(proxyBeanMethods = false)
class SecurityRules {

    /** The form's answer leads on to the client, which listens on some port of the loopback. */
    private static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none';"
                    + " form-action 'self' http://127.0.0.1:*";

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http) {
        http.oauth2AuthorizationServer(
                server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Customizer.withDefaults());
                });
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.exceptionHandling(
                handling ->
                        handling.defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/login"), browsers()));
        return http.build();
    }

    /** Only who reads pages is sent to one; a program gets a plain 401. */
    private static MediaTypeRequestMatcher browsers() {
        MediaTypeRequestMatcher html = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        html.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return html;
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http) {
        http.authorizeHttpRequests(
                requests ->
                        requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers("/login", "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated());
        http.formLogin(form -> form.loginPage("/login").permitAll());
        http.headers(
                headers ->
                        headers.contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY))
                                .referrerPolicy(p -> p.policy(ReferrerPolicy.NO_REFERRER)));
        return http.build();
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IdentitySettings settings) {
        return AuthorizationServerSettings.builder().issuer(settings.issuer()).build();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    DemoUsers demoUsers() {
        return DemoUsers.load();
    }

    @Bean
    UserDetailsService users(DemoUsers users, PasswordEncoder encoder, IdentitySettings settings) {
        String password = encoder.encode(settings.secrets().demoPassword());
        InMemoryUserDetailsManager manager = new InMemoryUserDetailsManager();
        users.all()
                .forEach(
                        user ->
                                manager.createUser(
                                        User.withUsername(user.username())
                                                .password(password)
                                                .authorities("staff")
                                                .build()));
        return manager;
    }

    /** A name of its own for each start's key: services fetch a key that they do not know. */
    @Bean
    JWKSource<SecurityContext> signingKey() throws JOSEException {
        var key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        return new ImmutableJWKSet<>(new JWKSet(key));
    }
}
