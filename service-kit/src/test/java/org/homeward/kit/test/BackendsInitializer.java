package org.homeward.kit.test;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Points an application context at the shared backends, with a database of its own. */
public final class BackendsInitializer
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var backends = Backends.shared();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(
                        new MapPropertySource(
                                "backends",
                                Map.of(
                                        "spring.mongodb.uri",
                                        backends.mongoUri(Backends.freshDatabase()),
                                        "spring.kafka.bootstrap-servers",
                                        backends.bootstrapServers(),
                                        "spring.cloud.stream.kafka.binder.brokers",
                                        backends.bootstrapServers(),
                                        "homeward.master-key-file",
                                        backends.masterKey().toString())));
    }
}
