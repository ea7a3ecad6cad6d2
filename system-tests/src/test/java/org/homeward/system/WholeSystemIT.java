package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
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

    /** Steps of the demo at which something dies, in the order they are reported. */
    private static final List<String> MOMENTS =
            List.of(
                    "case A: registered",
                    "case A: agrees to be helped",
                    "case A: application written",
                    "case A: story written",
                    "case A: says yes",
                    "case A: story published");

    private static final LocalSystem SYSTEM = new LocalSystem();
    private static final Map<String, String> KILLED = new TreeMap<>();
    private static Result underFire = new Result(-1, List.of());
    private static Result again = new Result(-1, List.of());

    @BeforeAll
    static void play() {
        var pieces =
                List.of(
                        "beneficiary-service",
                        "grant-service",
                        "story-service",
                        "notification-service",
                        "mongodb",
                        "kafka");
        long seed = Long.getLong("homeward.seed", System.nanoTime());
        System.out.println("kill order by -Dhomeward.seed=" + seed);
        var order = new ArrayList<>(pieces);
        Collections.shuffle(order, new Random(seed));
        Queue<String> victims = new ArrayDeque<>(order);

        SYSTEM.up();
        underFire = SYSTEM.run(line -> killAt(line, victims), "demo");
        again = SYSTEM.run(line -> {}, "demo");
    }

    private static void killAt(String line, Queue<String> victims) {
        for (var moment : MOMENTS) {
            if (line.contains(moment) && !victims.isEmpty()) {
                var victim = victims.remove();
                SYSTEM.kill(victim);
                SYSTEM.up();
                KILLED.put(victim, moment);
            }
        }
    }

    @AfterAll
    static void down() {
        SYSTEM.close();
    }

    @Test
    void the_demo_ends_as_expected_although_every_piece_was_killed_once() {
        assertThat(KILLED).hasSize(6);
        assertThat(underFire.exitCode())
                .as(String.join("\n", underFire.lines()) + "\n" + KILLED)
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
    void nothing_personal_lies_in_any_file_but_what_was_consented_to_be_published() {
        var secret =
                List.of(
                        "Назарова",
                        "Гулрухсор",
                        "Раҳматова",
                        "Каюмов,",
                        "Раджабович",
                        "935550117",
                        "918550233",
                        "islomiddin.q@example.org",
                        "g.nazarova@example.org",
                        "Сайёд",
                        "Заргарон",
                        "A04471926",
                        "A05518340");
        var plain = List.of("TJ-KT-SHAHRITUS");

        assertThat(Traces.of(plain, SYSTEM.state().resolve("data")))
                .as("the search finds what lies in plain")
                .isNotEmpty();
        assertThat(Traces.of(secret, SYSTEM.state().resolve("data"))).isEmpty();
        assertThat(Traces.of(secret, SYSTEM.state().resolve("logs"))).isEmpty();
    }

    private static List<Topics.Told> told() {
        return Topics.readAll(SYSTEM.port("KAFKA"));
    }
}
