package org.homeward.notification.service;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.UuidRepresentation;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.Scratch;
import org.homeward.kit.test.TestTokens;
import org.homeward.kit.test.TopicRights;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.ProblemTypes;
import org.homeward.notification.NotificationService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Two instances of the service on one database, started once for all tests of the module. */
final class RunningService {

    private static final String DATABASE = Backends.freshDatabase();
    private static final MongoClient MONGO =
            MongoClients.create(
                    MongoClientSettings.builder()
                            .applyConnectionString(
                                    new ConnectionString(Backends.shared().mongoUri(DATABASE)))
                            .uuidRepresentation(UuidRepresentation.STANDARD)
                            .build());
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

    /** To look for what must not be in it, and to put things as a crash leaves them. */
    static MongoDatabase database() {
        return MONGO.getDatabase(DATABASE);
    }

    /** As if what was sealed for a record had been destroyed, and nothing said so. */
    static void destroyKey(UUID record) {
        FIRST.getBean(Journal.class)
                .<Boolean>inTransaction(
                        Origin.system("destroy a key", UUID.randomUUID()),
                        change -> {
                            change.destroyKey(record);
                            return true;
                        });
    }

    static MongoDatabase vault() {
        return MONGO.getDatabase(DATABASE + "_vault");
    }

    static ProblemTypes[] problems() {
        return FIRST.getBeansOfType(ProblemTypes.class).values().toArray(ProblemTypes[]::new);
    }

    static KeyVault keys() {
        return FIRST.getBean(KeyVault.class);
    }

    /** Whether both know that it is so late by the programme's clock. */
    static boolean knows(Instant programmeTime) {
        return Stream.of(FIRST, SECOND)
                .map(service -> service.getBean(ProgrammeClock.class).instant())
                .noneMatch(now -> now.isBefore(programmeTime));
    }

    /** How many alarms of a kind both have raised. */
    static double alarms(String kind) {
        return Stream.of(FIRST, SECOND)
                .map(service -> service.getBean(MeterRegistry.class))
                .mapToDouble(meters -> meters.counter("homeward.alarms", "kind", kind).count())
                .sum();
    }

    static void hasItsRights() throws IOException {
        TopicRights.check(FIRST);
    }

    private static String base(ConfigurableApplicationContext service) {
        return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }

    /** Without a hook: at the end of the tests the backends are gone before it would run. */
    private static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(NotificationService.class)
                .profiles("test")
                .registerShutdownHook(false)
                .run(
                        settings().entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                                .toArray(String[]::new));
    }

    private static Map<String, Object> settings() {
        var backends = Backends.shared();
        var settings = new HashMap<String, Object>();
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        settings.put("spring.mongodb.uri", backends.mongoUri(DATABASE));
        settings.put("spring.kafka.bootstrap-servers", backends.bootstrapServers());
        settings.put("homeward.master-key-file", backends.masterKey().toString());
        settings.put("homeward.issuer", TestTokens.shared().issuer());
        settings.put("homeward.token-uri", Neighbours.shared().url() + "/oauth2/token");
        settings.put("homeward.client-secret-file", secret());
        settings.put("homeward.beneficiary-url", Neighbours.shared().url());
        settings.put("homeward.peer-pause", "200ms");
        settings.put("homeward.mail.shortest-pause", "50ms");
        settings.put("homeward.mail.longest-pause", "500ms");
        settings.put("homeward.delivery.every", "50ms");
        settings.put("homeward.webhook.local-hosts", "127.0.0.1");
        settings.put("homeward.webhook.shortest-pause", "50ms");
        settings.put("homeward.webhook.longest-pause", "500ms");
        settings.put("spring.mail.port", MailServer.shared().port());
        settings.put("logging.structured.format.console", "");
        settings.put("logging.level.root", "WARN");
        settings.put("spring.main.banner-mode", "off");
        return settings;
    }

    private static String secret() {
        try {
            return Files.writeString(
                            Scratch.folder("client").resolve("secret"), "only-for-this-run")
                    .toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
