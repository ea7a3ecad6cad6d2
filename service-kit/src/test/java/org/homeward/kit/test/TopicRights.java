package org.homeward.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.Readers;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.cloud.stream.config.BindingServiceProperties;
import org.springframework.context.ApplicationContext;

/** What an account may do with Kafka's topics, as {@code ops/kafka/rights} says. */
public final class TopicRights {

    static final Path RIGHTS = Path.of("..", "ops", "kafka", "rights");
    private static final String HEADS = "homeward.audit.v1";
    private static final String WATERMARKS = "homeward.watermark.v1";

    private TopicRights() {}

    /**
     * Whether a running service has the rights that it needs, and no other; and dashboards those
     * that the contracts give them.
     */
    public static void check(ApplicationContext service) throws IOException {
        var account = service.getEnvironment().getRequiredProperty("spring.application.name");
        var writes = new HashSet<>(setting(service, "homeward.relay.topics"));
        writes.add(HEADS);
        if (!setting(service, "homeward.relay.watermarked").isEmpty()) {
            writes.add(WATERMARKS);
        }
        var inbox = service.getBean(BindingServiceProperties.class);
        var reads = new HashSet<>(List.of(inbox.getBindingDestination("inbox-in-0").split(",")));
        if (!setting(service, "homeward.inbox.watched").isEmpty()) {
            reads.add(WATERMARKS);
        }
        reads.removeAll(writes);

        assertThat(rights(account, "writes")).isEqualTo(writes);
        assertThat(rights(account, "reads")).isEqualTo(reads);
        assertThat(inbox.getGroup("inbox-in-0")).startsWith(account);
        var events = EventCatalogue.load();
        assertThat(rights("dashboards", "writes")).isEmpty();
        assertThat(rights("dashboards", "reads"))
                .isEqualTo(
                        events.topics().stream()
                                .filter(topic -> events.readersOf(topic) != Readers.SERVICES)
                                .collect(Collectors.toSet()));
    }

    private static List<String> setting(ApplicationContext service, String name) {
        return Binder.get(service.getEnvironment())
                .bind(name, String[].class)
                .map(List::of)
                .orElse(List.of());
    }

    /** Those that are named there. */
    static Set<String> accounts() throws IOException {
        return Files.readAllLines(RIGHTS).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toSet());
    }

    /**
     * @param does {@code writes} or {@code reads}
     */
    static Set<String> rights(String account, String does) throws IOException {
        return Files.readAllLines(RIGHTS).stream()
                .map(line -> line.split(" "))
                .filter(line -> line[0].equals(account) && line[1].equals(does))
                .flatMap(line -> Arrays.stream(line).skip(2))
                .map(topic -> "homeward." + topic + ".v1")
                .collect(Collectors.toSet());
    }
}
