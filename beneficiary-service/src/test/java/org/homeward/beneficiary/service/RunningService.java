package org.homeward.beneficiary.service;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.homeward.beneficiary.BeneficiaryService;
import org.homeward.kit.inbox.Freshness;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.MasterKey;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.DatabaseCommands;
import org.homeward.kit.test.DistantMasterKey;
import org.homeward.kit.test.TestTokens;
import org.homeward.kit.test.TopicRights;
import org.homeward.kit.test.TopicWatermarks;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.MapPropertySource;
import org.springframework.scheduling.annotation.ScheduledAnnotationBeanPostProcessor;
import org.springframework.scheduling.config.IntervalTask;

/** The service with a real MongoDB and Kafka; started once for all tests of the module. */
final class RunningService {

    /** How far the topic of grants is; told as grant-service does, as long as the tests run. */
    static final TopicWatermarks GRANTS = TopicWatermarks.of("homeward.grant.v1");

    private static final String DATABASE = Backends.freshDatabase();
    private static final ConfigurableApplicationContext FIRST = start();

    static {
        knowsAllGrants();
    }

    private RunningService() {}

    static String first() {
        return base(FIRST);
    }

    static String management() {
        return "http://127.0.0.1:" + FIRST.getEnvironment().getProperty("local.management.port");
    }

    static String mongoUri() {
        return Backends.shared().mongoUri(DATABASE);
    }

    static String database() {
        return DATABASE;
    }

    /** How often this kind was raised. */
    static double alarms(String kind) {
        return FIRST.getBean(MeterRegistry.class).counter("homeward.alarms", "kind", kind).count();
    }

    /** Returns when no news of grants is under way any more. */
    static void knowsAllGrants() {
        // another thread would wait for this class to be there, and this one for it
        await().pollInSameThread()
                .atMost(Duration.ofSeconds(60))
                .until(RunningService::isSureOfGrants);
    }

    static boolean isSureOfGrants() {
        return bean(Freshness.class).isCurrent("homeward.grant.v1");
    }

    /** How long the oldest opening of a file has waited for its review. */
    static Duration oldestUnreviewed() {
        var gauge =
                FIRST.getBean(MeterRegistry.class)
                        .get("homeward.openings.oldest.unreviewed")
                        .timeGauge();
        return Duration.ofMillis((long) gauge.value(TimeUnit.MILLISECONDS));
    }

    /** The key is that of the settings, but a test may take it away. */
    @Configuration(proxyBeanMethods = false)
    static class DistantKey {

        @Bean
        @Primary
        DistantMasterKey distantMasterKey() {
            return new DistantMasterKey(MasterKey.read(Backends.shared().masterKey()));
        }
    }

    static KeyVault vault() {
        return bean(KeyVault.class);
    }

    static <T> T bean(Class<T> type) {
        return FIRST.getBean(type);
    }

    static <T> Stream<T> beans(Class<T> type) {
        return FIRST.getBeanProvider(type).stream();
    }

    /**
     * A use case that began with a start.
     *
     * @param tasks what it does from time to time, by how often
     */
    record Started(HealthIndicator useCase, Map<Duration, Runnable> tasks) {

        void doWhatIsDone(Duration every) {
            Objects.requireNonNull(tasks.get(every)).run();
        }
    }

    /**
     * A use case as it is after the service was started again: what it does before anybody is
     * answered is done.
     *
     * @param useCase its sentence
     */
    static Started startedAgain(String useCase) {
        var again =
                FIRST.getAutowireCapableBeanFactory()
                        .autowire(
                                FIRST.getBean(useCase).getClass(),
                                AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR,
                                false);
        // called before anything with a life cycle is started, the web server too
        ((SmartInitializingSingleton) again).afterSingletonsInstantiated();
        var scheduling = new ScheduledAnnotationBeanPostProcessor();
        scheduling.postProcessAfterInitialization(again, useCase);
        var tasks = new HashMap<Duration, Runnable>();
        for (var scheduled : scheduling.getScheduledTasks()) {
            var task = (IntervalTask) scheduled.getTask();
            tasks.put(task.getIntervalDuration(), task.getRunnable());
        }
        return new Started((HealthIndicator) again, tasks);
    }

    /** All kinds of problems that the service publishes. */
    static ProblemTypes[] problems() {
        return FIRST.getBeansOfType(ProblemTypes.class).values().toArray(ProblemTypes[]::new);
    }

    static void hasItsRights() throws IOException {
        TopicRights.check(FIRST);
    }

    static String base(ConfigurableApplicationContext service) {
        return "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port");
    }

    private static ConfigurableApplicationContext start() {
        var backends = Backends.shared();
        return start(
                backends.mongoUri(DATABASE),
                backends.bootstrapServers(),
                DatabaseCommands.class,
                DistantKey.class);
    }

    /**
     * Another, on a database and a Kafka of its own.
     *
     * @param more that is otherwise in it
     */
    static ConfigurableApplicationContext start(
            String mongoUri, String bootstrapServers, Class<?>... more) {
        var backends = Backends.shared();
        var settings = new HashMap<String, Object>();
        settings.put("server.port", 0);
        settings.put("management.server.port", 0);
        settings.put("spring.mongodb.uri", mongoUri);
        settings.put("spring.kafka.bootstrap-servers", bootstrapServers);
        settings.put("homeward.master-key-file", backends.masterKey().toString());
        settings.put("homeward.certificate-key-file", backends.masterKey().toString());
        settings.put("homeward.retention-every", "2s");
        settings.put(
                "spring.security.oauth2.resourceserver.jwt.issuer-uri",
                TestTokens.shared().issuer());
        settings.put("logging.structured.format.console", "");
        settings.put("logging.level.root", "WARN");
        settings.put("spring.main.banner-mode", "off");
        return new SpringApplicationBuilder(BeneficiaryService.class)
                .sources(more)
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
