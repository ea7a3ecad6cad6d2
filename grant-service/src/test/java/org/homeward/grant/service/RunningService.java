package org.homeward.grant.service;

import java.io.IOException;
import java.util.Map;
import org.homeward.grant.GrantService;
import org.homeward.kit.inbox.Parking;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.DatabaseCommands;
import org.homeward.kit.test.TestTokens;
import org.homeward.kit.test.TopicRights;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Two instances of the service on one database, as it runs in the field; started once for all tests
 * of the module.
 */
final class RunningService {

    private static final String DATABASE = Backends.freshDatabase();
    private static final ConfigurableApplicationContext FIRST = start();
    private static final ConfigurableApplicationContext SECOND = start();

    private RunningService() {}

    static String first() {
        return base(FIRST);
    }

    static String management() {
        return "http://127.0.0.1:" + FIRST.getEnvironment().getProperty("local.management.port");
    }

    static String second() {
        return base(SECOND);
    }

    static String mongoUri() {
        return Backends.shared().mongoUri(DATABASE);
    }

    static String database() {
        return DATABASE;
    }

    static ProblemTypes[] problems() {
        return FIRST.getBeansOfType(ProblemTypes.class).values().toArray(ProblemTypes[]::new);
    }

    static KeyVault vault() {
        return FIRST.getBean(KeyVault.class);
    }

    static Parking parking() {
        return FIRST.getBean(Parking.class);
    }

    static void hasItsRights() throws IOException {
        TopicRights.check(FIRST);
    }

    private static String base(ConfigurableApplicationContext service) {
        return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }

    private static ConfigurableApplicationContext start() {
        var backends = Backends.shared();
        Map<String, Object> settings =
                Map.of(
                        "server.port",
                        0,
                        "management.server.port",
                        0,
                        "spring.mongodb.uri",
                        backends.mongoUri(DATABASE),
                        "spring.kafka.bootstrap-servers",
                        backends.bootstrapServers(),
                        "homeward.master-key-file",
                        backends.masterKey().toString(),
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                        TestTokens.shared().issuer(),
                        "logging.structured.format.console",
                        "",
                        "logging.level.root",
                        "WARN",
                        "spring.main.banner-mode",
                        "off");
        return new SpringApplicationBuilder(GrantService.class, DatabaseCommands.class)
                // it would wait for the database, which ends with this process as well
                .registerShutdownHook(false)
                .profiles("test")
                .initializers(
                        context ->
                                context.getEnvironment()
                                        .getPropertySources()
                                        .addFirst(new MapPropertySource("test", settings)))
                .run();
    }
}
