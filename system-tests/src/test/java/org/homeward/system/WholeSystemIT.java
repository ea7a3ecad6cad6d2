package org.homeward.system;

import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClients;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.bson.Document;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.story.StoryPublished;
import org.homeward.contracts.story.StoryRetracted;
import org.homeward.system.LocalSystem.Result;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The demo while every piece is killed once (kill -9) and started again, and what is left of it: in
 * the APIs, on the topics, in the files.
 */
class WholeSystemIT {

    private static final Path CASES = Path.of("..", "demo", "cases.yaml");

    private static final LocalSystem SYSTEM = new LocalSystem();
    private static Map<String, String> killed = Map.of();
    private static Result underFire = new Result(-1, List.of());
    private static Result again = new Result(-1, List.of());

    @BeforeAll
    static void play() {
        long seed = Long.getLong("homeward.seed", System.nanoTime());
        System.out.println("deaths drawn from -Dhomeward.seed=" + seed);
        SYSTEM.up();
        try (var deaths = new Deaths(SYSTEM, new Random(seed))) {
            deaths.arm();
            underFire = SYSTEM.run(deaths::watch, "demo");
            killed = deaths.all();
        }
        again = SYSTEM.run(line -> {}, "demo");
    }

    @AfterAll
    static void down() {
        SYSTEM.close();
    }

    @Test
    void the_demo_ends_as_expected_although_every_piece_was_killed_once() {
        assertThat(killed).hasSize(6);
        assertThat(underFire.exitCode())
                .as(String.join("\n", underFire.lines()) + "\n" + killed)
                .isZero();
        assertThat(underFire.table()).hasSize(2);
    }

    @Test
    void a_second_run_gives_the_same_table_and_doubles_nothing() {
        assertThat(again.exitCode()).as(String.join("\n", again.lines())).isZero();
        assertThat(again.table()).isEqualTo(underFire.table());
        assertThat(
                        told().stream()
                                .map(Topics.Told::event)
                                .filter(BeneficiaryRegistered.class::isInstance)
                                .distinct())
                .hasSize(2);
    }

    @Test
    void on_the_topics_every_aggregate_counts_from_one_without_a_gap_or_a_swap() {
        var sequences = Topics.sequences(told());

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
    void a_reader_of_the_topics_alone_knows_the_public_facts() {
        var events = told().stream().map(Topics.Told::event).distinct().toList();

        assertThat(
                        events.stream()
                                .filter(GrantApproved.class::isInstance)
                                .map(GrantApproved.class::cast)
                                .map(grant -> grant.amount().amount())
                                .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("18900.00", "11500.00");
        assertThat(events.stream().filter(StoryPublished.class::isInstance)).hasSize(2);
        assertThat(events.stream().filter(StoryRetracted.class::isInstance)).hasSize(1);
        assertThat(events.stream().filter(ConsentWithdrawn.class::isInstance)).hasSize(1);
    }

    @Test
    void nothing_personal_lies_in_any_file_and_one_field_left_plain_would_be_found() {
        var secrets = People.secrets(CASES);
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

    private static List<Topics.Told> told() {
        return Topics.readAll(SYSTEM.port("KAFKA"));
    }
}
