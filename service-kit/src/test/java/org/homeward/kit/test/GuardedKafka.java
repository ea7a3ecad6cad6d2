package org.homeward.kit.test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.homeward.backends.KafkaOptions;
import org.homeward.backends.KafkaProcess;
import org.homeward.contracts.EventCatalogue;
import org.homeward.contracts.Partitions;

/**
 * A real Kafka that asks who somebody is, started once: the accounts of {@code ops/kafka/rights}
 * have what {@code ops/kafka/ready} gives them, and all topics are there.
 */
public final class GuardedKafka {

    /** Is known and was given nothing. */
    public static final String NOBODY = "nobody";

    /** The same, for a test that gives it something. */
    public static final String LATECOMER = "latecomer";

    /** May do everything. */
    public static final String BROKER = "broker";

    private static final Path READY = Path.of("..", "ops", "kafka", "ready");
    private static final GuardedKafka SHARED = new GuardedKafka();

    private final Map<String, String> passwords = new HashMap<>();
    private final Set<String> topics = new TreeSet<>();
    private final KafkaProcess kafka;

    private GuardedKafka() {
        try {
            var folder = Scratch.folder("guarded");
            Stream.concat(TopicRights.accounts().stream(), Stream.of(BROKER, NOBODY, LATECOMER))
                    .forEach(account -> passwords.put(account, "" + UUID.randomUUID()));
            kafka =
                    KafkaProcess.start(
                            KafkaOptions.in(folder.resolve("kafka")).withAccounts(passwords));
            topics.addAll(EventCatalogue.load().topics());
            topics.addAll(List.of("homeward.watermark.v1", "homeward.audit.v1"));
            try (var broker = Admin.create(clients(BROKER))) {
                broker.createTopics(
                                topics.stream()
                                        .map(
                                                name ->
                                                        new NewTopic(
                                                                name, Partitions.COUNT, (short) 1))
                                        .toList())
                        .all()
                        .get();
                broker.createAcls(givenByReady(folder)).all().get();
            }
        } catch (Exception unavailable) {
            throw new IllegalStateException("no Kafka with accounts to test with", unavailable);
        }
    }

    public static GuardedKafka shared() {
        return SHARED;
    }

    /** All that there are. */
    Set<String> topics() {
        return topics;
    }

    /** What a client of this account has to be set to. */
    public Map<String, Object> clients(String account) {
        return clients(account, Objects.requireNonNull(passwords.get(account)));
    }

    /** What a client is set to that says this password, right or wrong. */
    public Map<String, Object> clients(String account, String password) {
        return kafka.clients(account, password);
    }

    /** Whether an account may read a topic, in groups whose names begin with its own. */
    public void giveReading(String account, String topic) throws Exception {
        try (var broker = Admin.create(clients(BROKER))) {
            broker.createAcls(
                            rights(
                                    List.of(
                                            ("--add --allow-principal User:%s"
                                                            + " --resource-pattern-type prefixed"
                                                            + " --consumer --group %s --topic %s")
                                                    .formatted(account, account, topic)
                                                    .split(" "))))
                    .all()
                    .get();
        }
    }

    /** Runs the script, with a tool in the place of Kafka's that writes down what it is told. */
    private static Set<AclBinding> givenByReady(Path folder)
            throws IOException, InterruptedException {
        var told = folder.resolve("told");
        program(folder.resolve("nc"), "exit 0");
        program(folder.resolve("kafka-acls.sh"), "echo \"$@\" >>" + told);
        var script =
                Files.readString(READY)
                        .replace("/tmp/", folder + "/")
                        .replace("/ops/rights", "" + TopicRights.RIGHTS.toAbsolutePath())
                        .replace("/opt/kafka/bin", "" + folder);
        var run = new ProcessBuilder("bash", "-c", script).inheritIO();
        run.environment().merge("PATH", "" + folder, (path, first) -> first + ":" + path);
        if (run.start().waitFor() != 0) {
            throw new IllegalStateException("the script that gives rights failed");
        }
        var given = new LinkedHashSet<AclBinding>();
        for (var line : Files.readAllLines(told)) {
            given.addAll(rights(Arrays.asList(line.split(" "))));
        }
        return given;
    }

    private static void program(Path file, String does) throws IOException {
        Files.writeString(file, "#!/bin/bash\n" + does + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /**
     * What {@code kafka-acls.sh} makes of its arguments: who consumes reads and describes the
     * topics and reads by the groups; who produces writes, describes and creates the topics.
     */
    private static Set<AclBinding> rights(List<String> arguments) {
        String principal = "";
        var topics = new ArrayList<String>();
        var groups = new ArrayList<String>();
        var operations = new LinkedHashSet<AclOperation>();
        Iterator<String> words = arguments.iterator();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "--add" -> {}
                case "--bootstrap-server", "--command-config" -> words.next();
                case "--allow-principal" -> principal = words.next();
                case "--topic" -> topics.add(words.next());
                case "--group" -> groups.add(words.next());
                case "--consumer" ->
                        operations.addAll(List.of(AclOperation.READ, AclOperation.DESCRIBE));
                case "--producer" ->
                        operations.addAll(
                                List.of(
                                        AclOperation.WRITE,
                                        AclOperation.DESCRIBE,
                                        AclOperation.CREATE));
                case "--resource-pattern-type" -> {
                    if (!words.next().equals("prefixed")) {
                        throw new IllegalArgumentException(word);
                    }
                }
                default -> throw new IllegalArgumentException(word);
            }
        }
        var rights = new LinkedHashSet<AclBinding>();
        for (var operation : operations) {
            for (var topic : topics) {
                rights.add(right(principal, operation, ResourceType.TOPIC, topic));
            }
        }
        for (var group : groups) {
            rights.add(right(principal, AclOperation.READ, ResourceType.GROUP, group));
        }
        return rights;
    }

    private static AclBinding right(
            String principal, AclOperation operation, ResourceType type, String prefix) {
        return new AclBinding(
                new ResourcePattern(type, prefix, PatternType.PREFIXED),
                new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW));
    }
}
