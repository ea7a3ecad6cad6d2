package org.homeward.backends;

import static com.mongodb.client.model.Updates.set;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MongoProcessTest {

    private final Path data;

    MongoProcessTest(@TempDir Path data) {
        this.data = data;
    }

    @Test
    void what_a_transaction_wrote_is_there_after_kill_9_and_restart() {
        try (MongoProcess mongo = MongoProcess.start(MongoOptions.in(data))) {
            write(mongo, "kept");

            mongo.kill9();
            mongo.restart();

            assertThat(read(mongo)).containsExactly("kept");
        }
    }

    @Test
    void who_starts_it_is_told_of_the_process_before_it_serves() {
        int port = FreePorts.next();
        var early = new ArrayList<ProcessHandle>();

        try (MongoProcess mongo =
                MongoProcess.start(
                        MongoOptions.in(data).onPort(port),
                        process -> {
                            assertThat(MongoProcess.isReady(port)).isFalse();
                            early.add(process);
                        })) {
            assertThat(early).extracting(ProcessHandle::pid).containsExactly(mongo.pid());
        }
    }

    @Test
    void the_same_files_serve_on_another_port() {
        try (MongoProcess first = MongoProcess.start(MongoOptions.in(data))) {
            write(first, "moved");
        }

        try (MongoProcess second = MongoProcess.start(MongoOptions.in(data))) {
            assertThat(read(second)).containsExactly("moved");
            write(second, "and writable");
        }
    }

    @Test
    void two_start_at_once_on_free_ports() {
        var one = startIn(data.resolve("one"));
        var two = startIn(data.resolve("two"));

        try (MongoProcess a = one.join();
                MongoProcess b = two.join()) {
            assertThat(a.port()).isNotEqualTo(b.port());
            write(a, "only in the first");
            assertThat(read(b)).isEmpty();
        }
    }

    @Test
    void uncompressed_files_show_plain_text() throws IOException {
        String text = "a sentence that is easy to find ".repeat(50);
        try (MongoProcess mongo = MongoProcess.start(MongoOptions.in(data).uncompressed())) {
            write(mongo, text);
        }

        assertThat(filesWith(text)).isNotEmpty();
    }

    @Test
    void a_port_in_use_is_named() {
        try (MongoProcess mongo = MongoProcess.start(MongoOptions.in(data.resolve("one")))) {
            MongoOptions same = MongoOptions.in(data.resolve("two")).onPort(mongo.port());

            assertThatExceptionOfType(BackendUnavailable.class)
                    .isThrownBy(() -> MongoProcess.start(same))
                    .withMessageContaining("Port " + mongo.port());
        }
    }

    @Test
    void a_transaction_that_nobody_ends_holds_its_records_for_seconds_only() {
        try (MongoProcess mongo = MongoProcess.start(MongoOptions.in(data));
                MongoClient killed = MongoClients.create(mongo.uri("test"));
                MongoClient other = MongoClients.create(mongo.uri("test"))) {
            things(killed).insertOne(new Document("_id", 1));
            ClientSession abandoned = killed.startSession();
            abandoned.startTransaction();
            things(killed).updateOne(abandoned, new Document("_id", 1), set("by", "killed"));

            long start = System.nanoTime();
            things(other).updateOne(new Document("_id", 1), set("by", "other"));

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ofSeconds(20));
            assertThat(things(other).find().first()).containsEntry("by", "other");
        }
    }

    private static CompletableFuture<MongoProcess> startIn(Path directory) {
        return CompletableFuture.supplyAsync(() -> MongoProcess.start(MongoOptions.in(directory)));
    }

    private static void write(MongoProcess mongo, String text) {
        try (MongoClient client = MongoClients.create(mongo.uri("test"));
                ClientSession session = client.startSession()) {
            session.withTransaction(
                    () -> things(client).insertOne(session, new Document("text", text)));
        }
    }

    private static List<String> read(MongoProcess mongo) {
        try (MongoClient client = MongoClients.create(mongo.uri("test"))) {
            return things(client).find().map(d -> d.getString("text")).into(new ArrayList<>());
        }
    }

    private static MongoCollection<Document> things(MongoClient client) {
        return client.getDatabase("test")
                .getCollection("things")
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).filter(f -> contains(f, text)).toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
