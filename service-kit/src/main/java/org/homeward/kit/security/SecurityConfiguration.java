package org.homeward.kit.security;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Objects;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.web.CleanText;
import org.homeward.kit.web.HttpProblem;
import org.homeward.kit.web.PlainHeaders;
import org.homeward.kit.web.ProblemWriter;
import org.homeward.kit.web.WebSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A stateless resource server whose one rule is the role table. */
@AutoConfiguration(
        before = OAuth2ResourceServerAutoConfiguration.class,
        after = DataMongoAutoConfiguration.class)
@EnableConfigurationProperties(OAuth2ResourceServerProperties.class)
public class SecurityConfiguration {

    @Bean
    AccessTable accessTable(WebSettings settings, ResourceLoader resources, Environment environment)
            throws IOException {
        String service =
                Objects.requireNonNull(
                        environment.getProperty("spring.application.name"),
                        "spring.application.name is not set");
        try (InputStream yaml = resources.getResource(settings.accessTable()).getInputStream()) {
            return AccessTableReader.read(yaml, service);
        }
    }

    @Bean
    AccessTableCheck accessTableCheck(
            AccessTable table,
            ObjectProvider<RequestMappingHandlerMapping> handlers,
            ObjectProvider<SimpleUrlHandlerMapping> resources) {
        return new AccessTableCheck(table, handlers, resources);
    }

    @Bean
    @ConditionalOnBean(MongoTemplate.class)
    DeniedTokens deniedTokens(MongoTemplate template) {
        return new DeniedTokens(template, System::nanoTime);
    }

    @Bean
    JwtDecoder jwtDecoder(
            OAuth2ResourceServerProperties settings, ObjectProvider<DeniedTokens> denied) {
        var known = denied.getIfAvailable();
        return new TokenChecks(
                settings.getJwt(), Clock.systemUTC(), known == null ? _ -> false : known::include);
    }

    /** Counts calls where there is a database to count in. */
    @Bean
    @ConditionalOnBean(MongoTemplate.class)
    RateLimits rateLimits(
            WebSettings settings,
            AccessTable table,
            MongoTemplate template,
            Clock clock,
            Alarms alarms) {
        var limits = new RateLimits(settings.limits(), table, template, clock, alarms);
        limits.prepare();
        return limits;
    }

    @Bean
    @ConditionalOnBean(RateLimits.class)
    WebMvcConfigurer countedCalls(RateLimits limits) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(limits);
            }
        };
    }

    /** The request is observed as a whole; observing each filter cost a tenth of its time. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Refuses odd paths before anything else, and control characters in parameters. */
    @Bean
    StrictHttpFirewall httpFirewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(CleanText::isClean);
        return firewall;
    }

    /** What the firewall refuses has met no filter yet. */
    @Bean
    RequestRejectedHandler rejectedRequests(ProblemWriter problems, WebSettings settings) {
        return (request, response, _) -> {
            PlainHeaders.write(response);
            response.setHeader("Content-Security-Policy", settings.contentSecurityPolicy());
            problems.write(request, response, HttpProblem.badRequest());
        };
    }

    /** Health and metrics on the management port, which is not for the world. */
    @Bean
    @Order(1)
    @ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
    SecurityFilterChain managementChain(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.to("health", "prometheus"))
                .authorizeHttpRequests(calls -> calls.anyRequest().permitAll())
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain tableChain(
            HttpSecurity http,
            AccessTable table,
            JwtDecoder decoder,
            ProblemWriter problems,
            WebSettings settings) {
        Denials denials = new Denials(table, problems);
        return http.authorizeHttpRequests(
                        calls ->
                                calls.dispatcherTypeMatchers(DispatcherType.ERROR)
                                        .permitAll()
                                        .anyRequest()
                                        .access(new TableAuthorization(table)))
                .oauth2ResourceServer(
                        server ->
                                server.authenticationEntryPoint(denials)
                                        .accessDeniedHandler(denials)
                                        .withObjectPostProcessor(failing(denials))
                                        .jwt(
                                                jwt ->
                                                        jwt.decoder(decoder)
                                                                .jwtAuthenticationConverter(
                                                                        new Actors())))
                .cors(pages -> pages.configurationSource(new Origins(settings.origins())))
                .exceptionHandling(
                        e -> e.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(
                        headers ->
                                headers.frameOptions(FrameOptionsConfig::deny)
                                        .referrerPolicy(r -> r.policy(ReferrerPolicy.NO_REFERRER))
                                        // TLS ends at the proxy, and without it nobody heeds this
                                        .httpStrictTransportSecurity(
                                                hsts ->
                                                        hsts.requestMatcher(
                                                                AnyRequestMatcher.INSTANCE))
                                        .contentSecurityPolicy(
                                                csp ->
                                                        csp.policyDirectives(
                                                                settings.contentSecurityPolicy())))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    WebMvcConfigurer sameEndpoint() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new SameEndpoint());
            }
        };
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failing(Denials denials) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(denials);
                return filter;
            }
        };
    }
}
