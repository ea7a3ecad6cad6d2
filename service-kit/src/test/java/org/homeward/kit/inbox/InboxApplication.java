package org.homeward.kit.inbox;

import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.kit.access.AccessConfiguration;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.security.SecurityConfiguration;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.OpenApiConfiguration;
import org.homeward.kit.web.WebConfiguration;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The smallest service with an inbox. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        exclude = {
            WebConfiguration.class,
            SecurityConfiguration.class,
            AccessConfiguration.class,
            OpenApiConfiguration.class
        })
class InboxApplication {

    @Bean
    Script script() {
        return new Script();
    }

    @Bean
    Reactions reactions(Script script) {
        return Reactions.of(Sample.TOPIC)
                .on(NotificationDelivered.class, script)
                .projecting(Script.SUMS, NotificationDelivered.class, Script::count);
    }

    @Bean
    StoredTypes storedTypes() {
        return StoredTypes.builder()
                .aggregate(Script.COUNTERS)
                .alias("counter", Script.Counter.class)
                .build();
    }

    @Bean
    Cursors cursors() {
        return new Cursors(new byte[32]);
    }
}
