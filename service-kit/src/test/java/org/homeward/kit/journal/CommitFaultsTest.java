package org.homeward.kit.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.List;
import org.bson.Document;
import org.homeward.backends.MongoOptions;
import org.homeward.backends.MongoProcess;
import org.homeward.kit.test.Backends;
import org.homeward.kit.web.Unavailable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that fails in the middle of a command: one effect, and the key gets its answer. */
class CommitFaultsTest {

    private static final Document FOR_EVER_AWAY = new Document("closeConnection", true);

    private static MongoProcess mongo;
    private static MongoClient operator;

    private JournalFixture fixture;

    @BeforeAll
    static void start(@TempDir Path folder) {
        mongo = MongoProcess.start(MongoOptions.in(folder).withTestCommands());
        operator = MongoClients.create(mongo.uri("admin"));
    }

    @AfterAll
    static void stop() {
        operator.close();
        mongo.close();
    }

    @BeforeEach
    void open() {
        var database = Backends.freshDatabase();
        fixture = new JournalFixture(mongo.uri(database), database, "here");
    }

    @AfterEach
    void heal() {
        set("off", new Document());
        fixture.close();
    }

    @Test
    void a_commit_that_does_not_arrive_is_sent_again() {
        fail(3, "commitTransaction", FOR_EVER_AWAY);

        fixture.fill(JournalFixture.call());

        assertOneEffect();
    }

    @Test
    void a_commit_whose_result_is_not_known_has_one_effect() {
        var unknown = new Document("code", 64).append("errmsg", "waiting timed out");
        fail(3, "commitTransaction", new Document("writeConcernError", unknown));

        fixture.fill(JournalFixture.call());

        assertOneEffect();
    }

    @Test
    void when_the_result_stays_unknown_the_same_key_gets_the_answer_afterwards() {
        var call = JournalFixture.call();
        set("alwaysOn", failing("commitTransaction", FOR_EVER_AWAY));

        assertThatThrownBy(() -> fixture.fill(call)).isInstanceOf(Unavailable.class);

        set("off", new Document());
        // the server does so by itself, within a minute, with what nobody ends
        operator.getDatabase("admin").runCommand(new Document("killAllSessions", List.of()));
        var answer = fixture.fill(call);
        assertThat(fixture.fill(call)).isEqualTo(answer);
        assertOneEffect();
    }

    @Test
    void a_transaction_that_the_server_gives_up_runs_again() {
        var givenUp =
                new Document("errorCode", 112)
                        .append("errorLabels", List.of("TransientTransactionError"));
        fail(2, "insert", givenUp);

        fixture.fill(JournalFixture.call());

        assertOneEffect();
    }

    private void assertOneEffect() {
        assertThat(fixture.entries()).hasSize(1);
        var purses = fixture.template.getDb().getCollection("purses");
        assertThat(purses.countDocuments()).isEqualTo(1);
    }

    private static void fail(int times, String command, Document how) {
        set(new Document("times", times), failing(command, how));
    }

    private static Document failing(String command, Document how) {
        return new Document(how).append("failCommands", List.of(command));
    }

    private static void set(Object mode, Document data) {
        operator.getDatabase("admin")
                .runCommand(
                        new Document("configureFailPoint", "failCommand")
                                .append("mode", mode)
                                .append("data", data));
    }
}
