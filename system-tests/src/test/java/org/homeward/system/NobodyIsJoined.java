package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.homeward.contracts.EventEnvelope;
import org.homeward.contracts.Partitions;
import org.homeward.system.Join.Way;
import org.junit.jupiter.api.Test;

/**
 * Who may read the topics for a dashboard does not find out whom a story is about, or who is
 * protected.
 */
interface NobodyIsJoined {

    /** Whose referrals to a shelter or a hospital nobody may know of. */
    Set<String> PROTECTED = Set.of(text("B/beneficiary"), text("I/beneficiary"));

    /** Whose story was taken back at the moment of the erasure. */
    String ERASED = MarkedPeople.id("O/beneficiary");

    @Test
    default void nobody_who_reads_topics_and_site_can_join_a_story_to_a_person_or_a_grant() {
        var site = PublicSite.read(WholeSystemIT.DESK, WholeSystemIT.heard);
        assertThat(site)
                .extracting(page -> page.says("story"))
                .contains(
                        Stream.of("A", "E", "F", "G", "H", "J")
                                .map(name -> text(name + "/story"))
                                .toArray(String[]::new));

        var join = new Join(Stream.concat(WholeSystemIT.heard.stream(), site.stream()).toList());

        assertThat(join.sizes()).isEqualTo(Map.of("stories", 8, "people", 11));
        assertThat(join.sharedIds()).isEmpty();
        assertThat(join.ways(told())).isEmpty();
    }

    /** Whom each story is about. */
    private static Map<String, Set<String>> told() {
        var told = new HashMap<String, Set<String>>();
        for (var name : List.of("A", "B", "E", "F", "G", "H")) {
            told.put(text(name + "/story"), Set.of(text(name + "/beneficiary")));
        }
        told.put(MarkedPeople.id("O/story"), Set.of(ERASED));
        told.put(text("J/story"), Set.of(text("J/beneficiary"), text("J/spouse/beneficiary")));
        return told;
    }

    private static String text(String name) {
        return WholeSystemIT.id(name).toString();
    }

    @Test
    default void a_story_that_could_be_joined_would_be() {
        var person = text("A/beneficiary");
        var hers =
                WholeSystemIT.heard.stream()
                        .filter(one -> one.says("beneficiary").equals(person))
                        .toList();
        var grant =
                hers.stream()
                        .filter(one -> one.type().equals("homeward.grant.approved.v1"))
                        .findAny()
                        .orElseThrow();
        var trace = Objects.requireNonNull(grant.headers().get("ce_traceparent"));

        assertThat(ways(one -> Stream.of(one.saying("about", person)))).containsExactly(Way.ID);
        assertThat(ways(one -> Stream.of(one.with("cause", person)))).containsExactly(Way.ID);
        assertThat(ways(one -> Stream.of(one.with("ce_traceparent", trace))))
                .containsExactly(Way.ID);
        assertThat(ways(one -> Stream.of(one.keyed(person)))).containsExactly(Way.ID);
        assertThat(ways(one -> Stream.of(one.saying("sum", "18900.00"))))
                .containsExactly(Way.FACTS);
        assertThat(ways(one -> Stream.of(one.saying("place", "TJ-KT-SHAHRITUS"))))
                .containsExactly(Way.FACTS);
        assertThat(
                        ways(
                                "H",
                                one ->
                                        Stream.of(
                                                one.saying("region", "TJ-GB")
                                                        .saying("sector", "ACCOMMODATION"))))
                .containsExactly(Way.FACTS);
        var alone =
                hers.stream()
                        .map(Heard::at)
                        .filter(at -> others(person).noneMatch(one -> one.at() == at))
                        .findAny()
                        .orElseThrow();
        assertThat(ways(one -> Stream.of(one.moved(alone)))).containsExactly(Way.MOMENT);
        var decided = Objects.requireNonNull(grant.headers().get("ce_time"));
        assertThat(ways(one -> Stream.of(one.with("ce_time", decided))))
                .containsExactly(Way.MOMENT);
        int own = Partitions.partitionOf(WholeSystemIT.id("A/story"));
        int place =
                hers.stream()
                        .map(Heard::partition)
                        .filter(one -> one != own)
                        .findAny()
                        .orElseThrow();
        assertThat(ways(one -> Stream.of(one.on(place)))).containsExactly(Way.PLACE);
        var erased = Map.of(MarkedPeople.id("O/story"), Set.of(ERASED));
        assertThat(new Join(withTheErasure()).ways(erased)).contains(Way.MOMENT);
    }

    private static Stream<Heard> others(String person) {
        return WholeSystemIT.heard.stream().filter(one -> !one.says("beneficiary").equals(person));
    }

    /** How the stories would be joined if the one of case A were told otherwise. */
    private static Set<Way> ways(Function<Heard, Stream<Heard>> otherwise) {
        return ways("A", otherwise);
    }

    private static Set<Way> ways(String name, Function<Heard, Stream<Heard>> otherwise) {
        return planted(text(name + "/story"), otherwise).ways(told());
    }

    private static Join planted(String story, Function<Heard, Stream<Heard>> otherwise) {
        return new Join(
                WholeSystemIT.heard.stream()
                        .flatMap(
                                one ->
                                        one.says("story").equals(story)
                                                ? otherwise.apply(one)
                                                : Stream.of(one))
                        .toList());
    }

    /** As if something were told of who is erased at the moment at which her story goes. */
    private static List<Heard> withTheErasure() {
        var retracted =
                WholeSystemIT.heard.stream()
                        .filter(one -> one.says("story").equals(MarkedPeople.id("O/story")))
                        .filter(one -> one.type().equals("homeward.story.retracted.v1"))
                        .findAny()
                        .orElseThrow();
        var told =
                WholeSystemIT.heard.stream()
                        .filter(one -> one.says("beneficiary").equals(ERASED))
                        .map(one -> one.moved(retracted.at()));
        return Stream.concat(WholeSystemIT.heard.stream(), told).toList();
    }

    @Test
    default void who_is_protected_is_not_told_by_anything_on_the_topics() {
        var join = new Join(WholeSystemIT.heard);

        assertThat(join.distinguishing(PROTECTED)).isEmpty();
        for (var one : PROTECTED) {
            assertThat(join.peculiar(one, PROTECTED)).isEmpty();
        }
        for (var referral :
                List.of("B/referral SHELTER", "I/referral SHELTER", "I/referral HEALTH")) {
            assertThat(join.hears(text(referral))).isFalse();
        }
    }

    /** So nobody can be told to be in it. */
    @Test
    default void a_programme_against_trafficking_is_told_of_nowhere() {
        var told =
                Topics.messages(WholeSystemIT.SYSTEM.port("KAFKA"), Join.topics()).stream()
                        .map(one -> Heard.of(one).toString())
                        .toList();

        assertThat(told).anyMatch(one -> one.contains(OfficeWork.PROGRAMME));
        assertThat(told).noneMatch(one -> one.contains(OfficeWork.PROTECTIVE));
    }

    @Test
    default void somebody_who_could_be_told_to_be_protected_would_be() {
        assertThat(distinguishing(one -> one.saying("protection", "YES")))
                .containsExactly("/protection", "/protection=YES");
        assertThat(distinguishing(one -> one.with("clearance", "protection")))
                .containsExactly("header clearance");
        assertThat(distinguishing(one -> one.with("ce_type", "homeward.protection.opened.v1")))
                .contains("homeward.protection.opened.v1");
        var worker = text("case-worker of a shelter");
        assertThat(distinguishing(one -> ownedBy(worker, one)))
                .containsExactlyInAnyOrder("/owner=" + worker, worker);
        assertThat(distinguishing(NobodyIsJoined::afterAGap))
                .containsExactly("a gap in /beneficiary");
        assertThat(peculiar(one -> one.saying("health", "YES"))).containsExactly("/health");
        assertThat(peculiar(one -> one.with("clearance", "health")))
                .containsExactly("header clearance");
        assertThat(peculiar(one -> one.with("ce_type", "homeward.health.opened.v1")))
                .containsExactly("homeward.health.opened.v1");
        assertThat(peculiar(NobodyIsJoined::afterAGap)).containsExactly("a gap in /beneficiary");
        var referral = text("B/referral SHELTER");
        assertThat(
                        new Join(
                                        WholeSystemIT.heard.stream()
                                                .map(one -> one.saying("for", referral))
                                                .toList())
                                .hears(referral))
                .isTrue();
    }

    /** As if somebody answered for their cases who answers for no other. */
    private static Heard ownedBy(String worker, Heard one) {
        return one.type().equals("homeward.beneficiary.case-owned.v1")
                ? one.saying("owner", worker)
                : one;
    }

    /** As if a number had gone to what nobody may know of. */
    private static Heard afterAGap(Heard one) {
        long sequence = Long.parseLong(one.headers().getOrDefault("ce_sequence", "0"));
        return one.source().startsWith("/beneficiary/") && sequence > 1
                ? one.with("ce_sequence", EventEnvelope.sequenceText(sequence + 1))
                : one;
    }

    /** What would tell those who are protected from others if more were said of them. */
    private static Set<String> distinguishing(UnaryOperator<Heard> more) {
        return telling(PROTECTED, more).distinguishing(PROTECTED);
    }

    /** And what would tell the only one of them who was sent to a hospital. */
    private static Set<String> peculiar(UnaryOperator<Heard> more) {
        var one = text("I/beneficiary");
        return telling(Set.of(one), more).peculiar(one, PROTECTED);
    }

    private static Join telling(Set<String> some, UnaryOperator<Heard> more) {
        return new Join(
                WholeSystemIT.heard.stream()
                        .map(one -> some.contains(one.says("beneficiary")) ? more.apply(one) : one)
                        .toList());
    }
}
