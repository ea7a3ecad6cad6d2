package org.homeward.notification.webhook;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class WebhookConfiguration {

    /** Standard Webhooks: 15 to 30 s. */
    private static final Duration WHOLE = Duration.ofSeconds(15);

    /** As long as the system's resolver waits for one name server by default (resolv.conf(5)). */
    private static final Duration LOOKUP = Duration.ofSeconds(5);

    /**
     * @throws IllegalStateException when hosts are allowed where people are really served
     */
    @Bean
    Destinations destinations(WebhookSettings settings, Environment environment) {
        if (!settings.localHosts().isEmpty()
                && !environment.acceptsProfiles(Profiles.of("local | demo | test"))) {
            throw new IllegalStateException(
                    "homeward.webhook.local-hosts is for the local profile only");
        }
        return new Destinations(
                new Lookups(InetAddress::getAllByName, LOOKUP), settings.localHosts());
    }

    @Bean
    ProblemTypes webhookProblems() {
        return ProblemTypes.of(new AnotherConfirms());
    }

    @Bean
    Poster poster(Destinations destinations, Clock clock, WebhookSettings settings) {
        return new Poster(destinations, clock, settings, WHOLE);
    }
}
