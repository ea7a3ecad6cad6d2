package org.homeward.bench.ours;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.homeward.bench.load.Command;
import org.homeward.bench.load.Effects;
import org.homeward.bench.process.Order;
import org.homeward.bench.process.Serving;
import org.homeward.bench.process.Settings;
import org.homeward.bench.process.Subject;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Call;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An instance of the sample service: journal, relay, inbox and HTTP as the real services. */
public final class Ours implements Subject {

    private static final Actor WORKER =
            new Actor("issuer", "worker", "hope", Set.of("worker"), Set.of("D1"), Set.of(), null);
    private static final Scope SCOPE = new Scope("hope", Set.of("D1"));
    private static final String BODY_PRINT = "0".repeat(64);

    private final Settings settings;
    private final ConfigurableApplicationContext service;
    private @Nullable ConfigurableApplicationContext draining;

    private Ours(Settings settings) {
        this.settings = settings;
        this.service = start(settings.mongo(), settings.topic(), !settings.topic().isEmpty());
    }

    public static void main(String[] arguments) throws IOException {
        Serving.main(arguments, Ours::new);
    }

    private ConfigurableApplicationContext start(String mongo, String topic, boolean reacts) {
        return new SpringApplicationBuilder(SampleService.class)
                .bannerMode(Banner.Mode.OFF)
                .run(
                        List.of(
                                        // another service's settings lie on the class path
                                        "spring.config.name=sample-service",
                                        "spring.application.name=sample-service",
                                        "spring.config.import=classpath:kit.yml",
                                        "homeward.web.access-table=classpath:org/homeward/bench/"
                                                + (reacts ? "access.yaml" : "access-alone.yaml"),
                                        "homeward.issuer=" + settings.issuer(),
                                        "homeward.master-key-file=" + settings.masterKey(),
                                        "homeward.relay.topics=" + topic,
                                        "spring.mongodb.uri=" + mongo,
                                        "spring.kafka.bootstrap-servers=" + settings.kafka(),
                                        "server.address=127.0.0.1",
                                        "server.port=0",
                                        "management.server.port=0",
                                        "bench.reacts=" + reacts)
                                .stream()
                                .map(setting -> "--" + setting)
                                .toArray(String[]::new));
    }

    @Override
    public Command command(Order.Kind kind) {
        var handingOver = service.getBean(HandingOver.class);
        var receiver = kind == Order.Kind.SEALED ? "Gulnora" : null;
        return id -> {
            var parcel = new HandOverParcel(id, "D1", "Rudaki 17", 3, receiver);
            handingOver.handOver(parcel, call());
        };
    }

    private static Call call() {
        return new Call(
                WORKER,
                SCOPE,
                "POST",
                ParcelController.PATH,
                "POST " + ParcelController.PATH,
                UUID.randomUUID().toString(),
                null,
                BODY_PRINT);
    }

    @Override
    public Effects effects() {
        return service.getBean(Effects.class);
    }

    @Override
    public int port() {
        return Integer.parseInt(
                Objects.requireNonNull(service.getEnvironment().getProperty("local.server.port")));
    }

    @Override
    public void copy(String database) {
        throw new UnsupportedOperationException("this is what is copied");
    }

    @Override
    public void drain(String database, String topic) {
        draining = start(settings.mongo().replace("/alone?", "/" + database + "?"), topic, false);
    }

    @Override
    public void stopDrain() {
        Objects.requireNonNull(draining).close();
    }
}
