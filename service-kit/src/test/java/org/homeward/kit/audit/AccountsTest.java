package org.homeward.kit.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.MongoNamespace;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.RenameCollectionOptions;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.homeward.backends.FreePorts;
import org.homeward.backends.MongodBinary;
import org.homeward.kit.journal.JournalFixture;
import org.homeward.kit.observe.AlarmsForTest;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.MasterKey;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.MongoForTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service's own account of MongoDB can do, in one that asks for accounts. */
class AccountsTest {

    private static final Path ROLES = Path.of("..", "ops", "mongo", "roles.json");
    private static final int UNAUTHORIZED = 13;
    private static final Set<String> KEPT =
            AuditLog.ALL.stream()
                    .flatMap(log -> List.of(log.collection(), log.seals()).stream())
                    .collect(Collectors.toUnmodifiableSet());

    private static Process mongod;
    private static int port;
    private static Document roles;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        roles = Document.parse(Files.readString(ROLES));
        port = FreePorts.next();
        var key =
                Files.createFile(
                        folder.resolve("key"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, "ofThisTestAlone");
        mongod =
                new ProcessBuilder(
                                MongodBinary.find(MongodBinary.cache()).toString(),
                                "--dbpath",
                                Files.createDirectory(folder.resolve("data")).toString(),
                                "--bind_ip",
                                "127.0.0.1",
                                "--port",
                                "" + port,
                                "--replSet",
                                "rs0",
                                "--nounixsocket",
                                "--quiet",
                                "--wiredTigerCacheSizeGB",
                                "0.25",
                                "--keyFile",
                                key.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("mongod.log").toFile())
                        .start();
        try (var first =
                MongoForTest.client("mongodb://127.0.0.1:" + port + "/?directConnection=true")) {
            var admin = first.getDatabase("admin");
            var member = new Document("_id", 0).append("host", "127.0.0.1:" + port);
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(
                            () ->
                                    admin.runCommand(
                                                    new Document(
                                                            "replSetInitiate",
                                                            new Document("_id", "rs0")
                                                                    .append(
                                                                            "members",
                                                                            List.of(member))))
                                            .containsKey("ok"));
            await().atMost(Duration.ofSeconds(60))
                    .until(
                            () ->
                                    admin.runCommand(new Document("hello", 1))
                                            .getBoolean("isWritablePrimary"));
            account(admin, "root", "root");
        }
        try (var root = client("root")) {
            var admin = root.getDatabase("admin");
            for (var service : roles.keySet()) {
                admin.runCommand(
                        new Document("createRole", service)
                                .append("privileges", roles.getList(service, Document.class))
                                .append("roles", List.of()));
                account(admin, service, service);
            }
        }
    }

    private static void account(MongoDatabase admin, String name, String role) {
        admin.runCommand(
                new Document("createUser", name)
                        .append("pwd", "ofThisTestAlone")
                        .append("roles", List.of(role)));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        mongod.destroy();
        if (!mongod.waitFor(20, TimeUnit.SECONDS)) {
            mongod.destroyForcibly();
        }
    }

    private static String uri(String account) {
        return "mongodb://%s:ofThisTestAlone@127.0.0.1:%d/%1$s?replicaSet=rs0&authSource=admin"
                .formatted(account, port);
    }

    private static MongoClient client(String account) {
        return MongoForTest.client(uri(account));
    }

    @ParameterizedTest
    @ValueSource(strings = {"beneficiary", "grant", "story", "notification"})
    void no_account_of_a_service_removes_what_is_recorded_in_any_way(String service) {
        try (var client = client(service)) {
            var database = client.getDatabase(service);
            for (var name : KEPT) {
                var kept = database.getCollection(name);
                kept.insertOne(new Document("_id", "x"));
                kept.updateOne(Filters.eq("_id", "x"), Updates.set("y", 1));
                kept.createIndex(Indexes.ascending("y"));
                var elsewhere = new MongoNamespace(service, "elsewhere");

                refused(() -> kept.deleteOne(Filters.eq("_id", "x")));
                refused(() -> kept.findOneAndDelete(Filters.eq("_id", "x")));
                refused(kept::drop);
                refused(() -> kept.renameCollection(elsewhere));
                refused(
                        () ->
                                database.getCollection("other")
                                        .renameCollection(
                                                kept.getNamespace(),
                                                new RenameCollectionOptions().dropTarget(true)));
                refused(
                        () ->
                                kept.aggregate(List.of(Aggregates.limit(1), Aggregates.out(name)))
                                        .toCollection());
                refused(
                        () ->
                                database.runCommand(
                                        new Document("convertToCapped", name).append("size", 1)));
                refused(
                        () ->
                                database.runCommand(
                                        new Document("collMod", name)
                                                .append(
                                                        "index",
                                                        new Document("name", "y_1")
                                                                .append("hidden", true))));
                refused(() -> kept.dropIndex("y_1"));
                refused(database::drop);
                assertThat(kept.countDocuments()).isEqualTo(1);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"beneficiary", "grant", "story", "notification"})
    void where_a_service_must_remove_and_rebuild_it_can_and_nowhere_in_anothers(String service) {
        try (var client = client(service)) {
            var database = client.getDatabase(service);
            for (var name : collections(service, "remove")) {
                var rows = database.getCollection(name);
                rows.insertOne(new Document());
                assertThat(rows.deleteMany(new Document()).getDeletedCount()).as(name).isOne();
            }
            for (var name : collections(service, "dropCollection")) {
                if (name.contains(".rebuild-")) {
                    var place = name.substring(0, name.indexOf(".rebuild-"));
                    database.createCollection(name);
                    database.getCollection(name).createIndex(Indexes.ascending("y"));
                    database.getCollection(place).insertOne(new Document());
                    database.getCollection(name)
                            .renameCollection(
                                    new MongoNamespace(service, place),
                                    new RenameCollectionOptions().dropTarget(true));
                    assertThat(database.getCollection(place).countDocuments()).isZero();
                }
                database.getCollection(name).drop();
            }
            refused(() -> client.getDatabase("others").getCollection("x").find().first());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"beneficiary", "grant", "story", "notification"})
    void nor_does_it_remove_a_key_or_what_a_destroyed_one_leaves(String service) {
        var record = UUID.randomUUID();
        var elsewhere = new MongoNamespace(service, "elsewhere");
        try (var client = client(service);
                var session = client.startSession()) {
            var database = client.getDatabase(service);
            var keysDatabase = client.getDatabase(service + "_vault");
            var keys = keysDatabase.getCollection("keys");
            var vault =
                    KeyVault.open(
                            database,
                            keysDatabase,
                            MasterKey.read(Backends.shared().masterKey()),
                            new AlarmsForTest().alarms());
            session.withTransaction(() -> vault.keyForWriting(session, record, false));
            session.withTransaction(
                    () -> {
                        vault.destroy(session, List.of(record), Instant.EPOCH);
                        return true;
                    });

            refused(() -> keys.deleteOne(Filters.eq(record)));
            refused(() -> keys.findOneAndDelete(Filters.eq(record)));
            refused(keys::drop);
            refused(keysDatabase::drop);
            refused(() -> keys.renameCollection(elsewhere));
            refused(
                    () ->
                            database.getCollection("other")
                                    .renameCollection(
                                            keys.getNamespace(),
                                            new RenameCollectionOptions().dropTarget(true)));
            refused(
                    () ->
                            keys.aggregate(List.of(Aggregates.limit(1), Aggregates.out("keys")))
                                    .toCollection());
            refused(() -> keys.dropIndex("master_1__id_1"));
            refused(() -> keysDatabase.getCollection("other").insertOne(new Document()));
            var destroyed = new ArrayList<UUID>();
            vault.destroyed(10, destroyed::addAll);
            assertThat(destroyed).containsExactly(record);
        }
    }

    @Test
    void a_journal_is_written_sealed_searched_and_watched_with_such_an_account() {
        var signing = new Signing(new byte[32]);
        var alarms = new AlarmsForTest().alarms();
        try (var client = client("grant");
                var commands = new JournalFixture(uri("grant"), "grant", "here")) {
            var database = client.getDatabase("grant");
            var later = Clock.offset(Clock.systemUTC(), Duration.ofHours(1));
            var sealer =
                    new Sealer(client, database, signing, new PlantedSeals(alarms), alarms, later);
            sealer.prepare();
            try (var watch = database.getCollection("journal").watch().cursor()) {
                commands.fill(JournalFixture.call());
                await().atMost(Duration.ofSeconds(20)).until(() -> watch.tryNext() != null);
            }
            var aggregate =
                    Objects.requireNonNull(
                            database.getCollection("journal").find(Filters.exists("fact")).first());

            AuditLog.ALL.forEach(sealer::seal);

            assertThat(
                            Objects.requireNonNull(
                                            database.getCollection("journal")
                                                    .find(Filters.eq("_id", aggregate.get("_id")))
                                                    .first())
                                    .get(AuditLog.SEAL))
                    .isInstanceOf(Document.class);
        }
    }

    private static List<String> collections(String service, String action) {
        return roles.getList(service, Document.class).stream()
                .filter(one -> one.getList("actions", String.class).contains(action))
                .map(one -> one.getEmbedded(List.of("resource", "collection"), String.class))
                .toList();
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        MongoException.class,
                        no -> assertThat(no.getCode()).as("%s", no).isEqualTo(UNAUTHORIZED));
    }
}
