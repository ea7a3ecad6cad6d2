package org.homeward.kit.peer;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** For a service that asks others: it has a {@code homeward.client-id}. */
@AutoConfiguration
@ConditionalOnProperty("homeward.client-id")
@EnableConfigurationProperties(PeerSettings.class)
class PeerConfiguration {

    @Bean
    Peers peers(PeerSettings settings, ObservationRegistry observations) {
        return new Peers(settings, observations);
    }
}
