package org.homeward.system;

import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.homeward.contracts.Event;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.beneficiary.CaseOwned;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.contracts.grant.FundOpened;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.contracts.story.StoryApproved;
import org.homeward.contracts.story.StoryDrafted;
import org.homeward.contracts.story.StoryPublished;
import org.homeward.contracts.story.StoryRetracted;
import org.homeward.contracts.story.StorySubmitted;
import org.homeward.system.Halt.Point;
import org.homeward.system.LocalSystem.Result;
import org.homeward.system.Topics.Place;
import org.homeward.system.Topics.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo while every piece is killed once (kill -9) and started again, and what is left of it: in
 * the APIs, on the topics, in the files. Then the same cases again, and once more after everything
 * was stopped, by a file that expects something else; and another case on the same system.
 */
class WholeSystemIT {

    private static final Path CASES = Path.of("..", "demo", "cases.yaml");
    private static final Path ONE_CASE = Path.of("src", "test", "resources", "one-case.yaml");

    /** What the two cases of the demo come to: three consents each, of which one is withdrawn. */
    private static final Map<Class<?>, Long> EVENTS =
            Map.ofEntries(
                    Map.entry(BeneficiaryRegistered.class, 2L),
                    Map.entry(CaseOwned.class, 2L),
                    Map.entry(ConsentGiven.class, 6L),
                    Map.entry(ConsentWithdrawn.class, 1L),
                    Map.entry(FundOpened.class, 1L),
                    Map.entry(ApplicationSubmitted.class, 2L),
                    Map.entry(GrantApproved.class, 2L),
                    Map.entry(StoryDrafted.class, 2L),
                    Map.entry(StorySubmitted.class, 2L),
                    Map.entry(StoryApproved.class, 2L),
                    Map.entry(StoryPublished.class, 2L),
                    Map.entry(StoryRetracted.class, 1L),
                    Map.entry(NotificationDelivered.class, 4L));

    private static final Duration AT_REST = Duration.ofSeconds(60);

    private static final LocalSystem SYSTEM = new LocalSystem();
    private static Map<String, String> killed = Map.of();
    private static Map<Point, Integer> reached = Map.of();

    /** A run of the demo, and what there is of events and mails when all has come to rest. */
    private record Run(Result result, List<Told> told, List<String> mails) {

        Map<Place, Event> events() {
            return Topics.once(told);
        }
    }

    private static Run underFire = new Run(new Result(-1, List.of()), List.of(), List.of());
    private static Run again = underFire;
    private static Run restarted = underFire;
    private static Result other = underFire.result();

    @BeforeAll
    static void play() throws IOException {
        long seed = Long.getLong("homeward.seed", System.nanoTime());
        System.out.println("deaths drawn from -Dhomeward.seed=" + seed);
        SYSTEM.up();
        try (var deaths = new Deaths(SYSTEM, new Random(seed))) {
            deaths.arm();
            var result = SYSTEM.run(deaths::watch, "demo");
            killed = deaths.all();
            reached = deaths.reached();
            underFire = atRest(result);
        }
        System.out.println("points reached by services that were killed there: " + reached);
        again = atRest(SYSTEM.run(line -> {}, "demo"));
        assertThat(SYSTEM.run(line -> {}, "down").exitCode()).isZero();
        SYSTEM.up();
        var wrong = "grant: \"18900.01 TJS\"";
        restarted = atRest(play(CASES, "grant: \"18900.00 TJS\"", wrong));
        other = SYSTEM.run(line -> {}, "demo", "--cases", ONE_CASE.toAbsolutePath().toString());
    }

    @AfterAll
    static void down() {
        SYSTEM.close();
    }

    @Test
    void the_demo_ends_as_expected_although_every_piece_was_killed_once() {
        assertThat(killed).hasSize(6);
        assertThat(underFire.result().exitCode())
                .as(String.join("\n", underFire.result().lines()) + "\n" + killed)
                .isZero();
        assertThat(underFire.result().table()).hasSize(2);
    }

    @Test
    void at_every_point_where_it_hurts_a_service_was_killed() {
        assertThat(reached).containsOnlyKeys(Point.values());
        assertThat(reached.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(4);
    }

    @Test
    void a_second_run_gives_the_same_table_and_doubles_nothing() {
        assertThat(again.result().exitCode())
                .as(String.join("\n", again.result().lines()))
                .isZero();
        assertThat(again.result().table()).isEqualTo(underFire.result().table());
        assertThat(counts(underFire.told())).isEqualTo(EVENTS);
        assertThat(again.events()).isEqualTo(underFire.events());
        // whoever is killed between sending and remembering it sends the same mail again
        assertThat(Set.copyOf(underFire.mails())).hasSize(4);
        assertThat(again.mails()).isEqualTo(underFire.mails());
    }

    @Test
    void the_data_survives_down_and_up() {
        assertThat(restarted.result().table()).isEqualTo(underFire.result().table());
        assertThat(restarted.events()).isEqualTo(underFire.events());
        assertThat(restarted.mails()).isEmpty(); // they are caught in memory, and none is sent anew
    }

    @Test
    void what_comes_out_otherwise_than_the_file_says_is_named_and_is_no_success() {
        assertThat(restarted.result().exitCode()).isEqualTo(1);
        assertThat(restarted.result().lines())
                .contains("DIFFERENT: case A: grant is 18900.00 TJS, not 18900.01 TJS")
                .doesNotContain("All as expected.");
    }

    @Test
    void another_file_may_tell_of_fewer_languages_and_of_people_without_e_mail() {
        assertThat(other.exitCode()).as(String.join("\n", other.lines())).isZero();
        assertThat(other.lines()).contains("All as expected.");
    }

    @Test
    void a_mistake_that_an_api_refuses_is_answered_with_its_own_line() throws IOException {
        refusedAt("channel: SELF", "channel: PIGEON");
        refusedAt("district: TJ-KT-SHAHRITUS", "district: Shahritus");
        refusedAt("programme: INCOME-27", "programme: income 27");
    }

    private static void refusedAt(String right, String wrong) throws IOException {
        int line = 1;
        for (var text : Files.readAllLines(ONE_CASE)) {
            if (text.contains(right)) {
                break;
            }
            line++;
        }

        var result = play(ONE_CASE, right, wrong);

        assertThat(result.exitCode()).as(wrong).isEqualTo(1);
        assertThat(result.lines().getLast()).startsWith("homeward: played.yaml:" + line + ": ");
    }

    @Test
    void nothing_listens_where_another_machine_could_connect() {
        var ports = new TreeSet<Integer>();
        for (var piece : SYSTEM.pieces()) {
            var listeners = Listeners.of(SYSTEM.process(piece).orElseThrow());
            assertThat(listeners)
                    .as(piece)
                    .isNotEmpty()
                    .allMatch(one -> one.getAddress().isLoopbackAddress());
            listeners.stream().map(InetSocketAddress::getPort).forEach(ports::add);
        }
        assertThat(ports).containsAll(SYSTEM.ports());
    }

    @Test
    void on_the_topics_every_aggregate_counts_from_one_without_a_gap_or_a_swap() {
        var sequences = Topics.sequences(underFire.told());

        assertThat(sequences).isNotEmpty();
        sequences.forEach(
                (source, numbers) ->
                        assertThat(numbers)
                                .as(source)
                                .containsExactlyElementsOf(
                                        LongStream.rangeClosed(1, numbers.size())
                                                .boxed()
                                                .toList()));
    }

    @Test
    void a_reader_of_the_topics_alone_knows_the_public_facts_of_each_case() {
        var facts = PublicFacts.of(underFire.events().values());

        assertThat(facts.grants()).hasSize(2);
        assertThat(facts.pages()).hasSize(2);
        assertThat(facts).isEqualTo(PublicFacts.stated(CASES, underFire.result()::page));
    }

    @Test
    void nothing_personal_lies_in_any_file_and_one_field_left_plain_would_be_found() {
        var secrets = People.secrets(CASES);
        secrets.addAll(People.secrets(ONE_CASE));
        assertThat(secrets).hasSizeGreaterThan(50).contains("Исломиддин", "935550117", "918550233");

        assertThat(Traces.of(secrets, SYSTEM.state().resolve("data"))).isEmpty();
        assertThat(Traces.of(secrets, SYSTEM.state().resolve("logs"))).isEmpty();

        try (var mongo = MongoClients.create(SYSTEM.mongodb())) {
            mongo.getDatabase("beneficiary")
                    .getCollection("beneficiaries")
                    .withWriteConcern(WriteConcern.JOURNALED)
                    .updateOne(new Document(), set("state.profile.name.given", "Исломиддин"));
        }
        assertThat(Traces.of(secrets, SYSTEM.state().resolve("data")))
                .isNotEmpty()
                .allMatch(found -> found.startsWith("Исломиддин in mongodb/"));
    }

    /** The demo with a file that has another text at one place. */
    private static Result play(Path file, String text, String instead) throws IOException {
        var played = SYSTEM.project().resolve("played.yaml");
        Files.writeString(played, Files.readString(file).replace(text, instead));
        return SYSTEM.run(line -> {}, "demo", "--cases", played.toString());
    }

    /** When nothing waits to be published and all has come that is expected. */
    private static Run atRest(Result result) {
        long start = System.nanoTime();
        while (true) {
            boolean rest = nothingWaits();
            var told = Topics.readAll(SYSTEM.port("KAFKA"));
            if (rest && counts(told).equals(EVENTS)) {
                return new Run(result, told, mails());
            }
            if (System.nanoTime() - start > AT_REST.toNanos()) {
                throw new AssertionError(
                        "at rest: " + rest + ", told: " + counts(told) + "\n" + result.lines());
            }
        }
    }

    private static Map<Class<?>, Long> counts(List<Told> told) {
        return Topics.once(told).values().stream().collect(groupingBy(Event::getClass, counting()));
    }

    private static boolean nothingWaits() {
        try (var mongo = MongoClients.create(SYSTEM.mongodb())) {
            return List.of("beneficiary", "grant", "story", "notification").stream()
                    .map(database -> mongo.getDatabase(database).getCollection("journal"))
                    .allMatch(journal -> journal.countDocuments(exists("outbox.order")) == 0);
        }
    }

    /** To whom and with what text. */
    private static List<String> mails() {
        var all = URI.create("http://127.0.0.1:" + SYSTEM.port("MAIL") + "/api/messages");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(all).build(), BodyHandlers.ofString());
            return StreamSupport.stream(
                            JsonMapper.shared().readTree(answer.body()).spliterator(), false)
                    .map(mail -> mail.path("to").asString() + "\n" + mail.path("text").asString())
                    .toList();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
