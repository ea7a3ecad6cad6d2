package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.homeward.beneficiary.service.Selections.ROUNDS;
import static org.homeward.beneficiary.service.Selections.auditor;
import static org.homeward.beneficiary.service.Selections.commit;
import static org.homeward.beneficiary.service.Selections.made;
import static org.homeward.beneficiary.service.Selections.manager;
import static org.homeward.beneficiary.service.Selections.monitor;
import static org.homeward.beneficiary.service.Selections.ok;
import static org.homeward.beneficiary.service.Selections.otherManager;
import static org.homeward.beneficiary.service.Selections.reveal;

import com.mongodb.MongoBulkWriteException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.test.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Selection rounds over their API. Each test has a scorecard of its own, so it ranks its own. */
class SelectionTest {

    private static final Map<String, String> WORST =
            Map.of("MONEY", "NONE", "HUSBAND", "AWAY", "NEAR", "NOBODY");
    private static final Map<String, String> BAD = Map.of("MONEY", "NONE", "HUSBAND", "AWAY");
    private static final Map<String, String> LESS_BAD = Map.of("MONEY", "SOME", "HUSBAND", "AWAY");
    private static final Map<String, String> NOT_ALONE =
            Map.of("MONEY", "NONE", "HUSBAND", "HOME", "NEAR", "NOBODY");
    private static final List<UUID> COPIES = new ArrayList<>();

    private final String organisation = "select-" + UUID.randomUUID().toString().substring(0, 8);
    private final Staff worker = Staff.workerOf(organisation, "*");
    private final UUID card = Selections.cardInUse();
    private final String programme = Selections.opened(Cases.DISTRICT);

    @Test
    void the_neediest_are_selected_after_a_second_person_confirmed_and_a_drop_out_is_followed() {
        var worst = assessed(WORST);
        var bad = assessed(BAD);
        var third = assessed(LESS_BAD);
        var notAlone = assessed(NOT_ALONE);
        var round = Selections.drawn(programme, card, 2);
        assertThat(places(worst)).isEmpty();

        Selections.confirmed(round);

        assertThat(states(worst)).containsExactly("SELECTED");
        assertThat(states(bad)).containsExactly("SELECTED");
        assertThat(states(third)).containsExactly("WAITLISTED");
        assertThat(places(notAlone)).isEmpty();
        ok(dropOut(worst));
        assertThat(states(worst)).containsExactly("LEFT");
        assertThat(states(third)).containsExactly("SELECTED");
        assertThat(dropOut(worst).json().path("state").asString()).isEqualTo("LEFT");
        ok(manager().ifMatch(version(round)).post(round + "/closing", null));
        assertThat(Database.told(id(round)).getFirst().propertyNames())
                .containsExactlyInAnyOrder("round", "programme");
    }

    @Test
    void
            a_place_into_which_nobody_may_follow_goes_later_to_who_consents_again_however_far_behind() {
        var worst = assessed(WORST);
        var next = Cases.registered(worker, Cases.somebody());
        var consent = Cases.given(worker, next, "CASE_MANAGEMENT");
        made(Selections.assess(worker, next, card, BAD));
        var round = Selections.drawn(programme, card, 1);
        Selections.confirmed(round);
        worker.post("/api/v1/consents/" + consent + "/withdrawal", null);
        othersWaitBefore(placeIn(round, next), 10_500);
        ok(dropOut(worst));
        assertThat(states(next)).containsExactly("WAITLISTED");

        Cases.given(worker, next, "CASE_MANAGEMENT");

        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(states(next)).containsExactly("SELECTED"));
        ok(dropOut(next));
        ok(manager().ifMatch(version(round)).post(round + "/closing", null));
    }

    @Test
    void why_somebody_left_is_read_by_nobody_after_her_erasure() {
        var person = assessed(WORST);
        var round = Selections.drawn(programme, card, 1);
        Selections.confirmed(round);
        var place = placeIn(round, person);
        ok(dropOut(round, person));
        assertThat(Database.isKeyDestroyed(place)).isFalse();
        var erasure =
                worker.post(
                        "/api/v1/beneficiaries/" + person + "/erasures",
                        Map.of("reason", "PERSON_ASKED"));
        made(erasure);

        ok(
                Staff.in("data-protection-officer")
                        .ifMatch(1)
                        .post("/api/v1/erasures/" + erasure.id() + "/execution", null));

        assertThat(Database.isKeyDestroyed(place)).isTrue();
    }

    @Test
    void who_leaves_is_followed_by_as_many_as_there_are_free_places() {
        var worst = assessed(WORST);
        var bad = assessed(BAD);
        var third = assessed(LESS_BAD);
        var fourth = assessed(LESS_BAD);
        var round = Selections.drawn(programme, card, 2);
        Selections.confirmed(round);
        var consents =
                Stream.of(third, fourth)
                        .map(person -> Database.stored("consents", caseConsent(person)).getFirst())
                        .toList();
        consents.forEach(SelectionTest::takenBack);
        ok(dropOut(worst));
        assertThat(states(third)).containsExactly("WAITLISTED");

        consents.forEach(consent -> Database.replace("consents", consent));
        ok(dropOut(bad));

        assertThat(states(third)).containsExactly("SELECTED");
        assertThat(states(fourth)).containsExactly("SELECTED");
    }

    @Test
    void who_leaves_a_closed_round_is_told_to_have_left_and_nobody_follows() {
        var worst = assessed(WORST);
        var bad = assessed(BAD);
        var round = Selections.drawn(programme, card, 1);
        Selections.confirmed(round);
        ok(manager().ifMatch(version(round)).post(round + "/closing", null));

        ok(dropOut(worst));

        assertThat(states(worst)).containsExactly("LEFT");
        assertThat(states(bad)).containsExactly("WAITLISTED");
        assertThat(Selections.state(round)).isEqualTo("CLOSED");
        assertThat(Database.told(placeIn(round, worst))).hasSize(2);
    }

    @Test
    void a_round_opened_by_mistake_is_withdrawn_for_a_reason_in_one_word_until_it_is_frozen() {
        var round = Selections.round(programme, card, 1);
        var why = Map.of("reason", "WRONG_QUOTA");

        for (var other : List.of(manager(), otherManager(), Selections.administrator())) {
            assertThat(other.ifMatch(1).post(round + "/withdrawal", why).problem())
                    .isEqualTo("forbidden");
        }
        var asMonitorToo =
                Selections.staff(
                        "manager", "monitoring-officer", "programme-manager", "administrator");
        assertThat(asMonitorToo.ifMatch(1).post(round + "/withdrawal", why).problem())
                .isEqualTo("another-withdraws");
        assertThat(monitor().post(round + "/withdrawal", why).status()).isEqualTo(428);
        assertThat(
                        monitor()
                                .ifMatch(1)
                                .post(round + "/withdrawal", Map.of("reason", "…"))
                                .pointer())
                .isEqualTo("/reason");
        ok(monitor().ifMatch(1).post(round + "/withdrawal", why));

        var read = manager().get(round).json();
        assertThat(read.path("state").asString()).isEqualTo("WITHDRAWN");
        assertThat(read.path("withdrawn").asString()).isEqualTo("WRONG_QUOTA");
        assertThat(commit(monitor(), 2, round, Selections.secret()).problem())
                .isEqualTo("state-conflict");
        assertThat(Database.told(id(round))).hasSize(2);
        var drawn = Selections.drawn(programme, card, 1);
        assertThat(monitor().ifMatch(6).post(drawn + "/withdrawal", why).problem())
                .isEqualTo("state-conflict");
    }

    @Test
    void a_round_has_ten_thousand_places_at_most() {
        var body = new HashMap<String, Object>(Map.of("programme", programme, "scorecard", card));
        body.put("cutOff", Selections.today().toString());

        body.put("quota", 10_001);
        assertThat(manager().post(ROUNDS, body).pointer()).isEqualTo("/quota");
        body.put("quota", 10_000);
        made(manager().post(ROUNDS, body));
    }

    @Test
    void of_a_place_neither_name_nor_score_nor_rank_is_told_and_its_reason_is_sealed() {
        var person = assessed(WORST);
        Selections.confirmed(Selections.drawn(programme, card, 1));
        ok(dropOut(person));

        var told = Database.told(UUID.fromString(places(person).getFirst().path("id").asString()));

        assertThat(told)
                .hasSize(2)
                .allSatisfy(
                        event ->
                                assertThat(event.propertyNames())
                                        .containsExactlyInAnyOrder(
                                                "place", "beneficiary", "round", "programme"));
        assertThat(Database.collectionsHolding("Кор ёфт")).isEmpty();
    }

    @Test
    void only_who_consents_lives_there_and_was_assessed_rightly_is_ranked() {
        var ranked = assessed(BAD);
        var withdrawn = Cases.registered(worker, Cases.somebody());
        var consent = Cases.given(worker, withdrawn, "CASE_MANAGEMENT");
        made(Selections.assess(worker, withdrawn, card, WORST));
        worker.post("/api/v1/consents/" + consent + "/withdrawal", null);
        var moved = assessed(WORST);
        ok(
                worker.ifMatch(1)
                        .put(
                                "/api/v1/beneficiaries/" + moved,
                                Map.of("person", Cases.somebody(), "district", "TJ-KT-VOSE")));
        var wrong = Selections.consenting(worker);
        var assessment = made(Selections.assess(worker, wrong, card, WORST));
        ok(
                worker.ifMatch(1)
                        .post(
                                "/api/v1/assessments/" + assessment + "/voiding",
                                Map.of("reason", "wrong person")));

        var round = Selections.drawn(programme, card, 10);
        Selections.confirmed(round);

        assertThat(Selections.export(round)).hasSize(1);
        assertThat(states(ranked)).containsExactly("SELECTED");
    }

    @Test
    void the_last_assessment_by_the_card_is_the_one_that_counts() {
        var person = assessed(WORST);
        made(Selections.assess(worker, person, card, LESS_BAD));
        var bettered = assessed(WORST);
        made(Selections.assess(worker, bettered, card, NOT_ALONE));

        var rows = Selections.export(Selections.drawn(programme, card, 10));

        assertThat(rows).extracting(row -> row.path("points").asInt()).containsExactly(30);
    }

    @Test
    void who_took_her_consent_back_after_the_draw_gets_no_place_and_the_next_moves_up() {
        var person = Cases.registered(worker, Cases.somebody());
        var consent = Cases.given(worker, person, "CASE_MANAGEMENT");
        made(Selections.assess(worker, person, card, WORST));
        var next = assessed(BAD);
        var round = Selections.drawn(programme, card, 1);
        worker.post("/api/v1/consents/" + consent + "/withdrawal", null);

        Selections.confirmed(round);

        var place = places(person).getFirst();
        assertThat(place.path("state").asString()).isEqualTo("LEFT");
        assertThat(
                        Database.stored(
                                "journal",
                                new Document("_id.a", UUID.fromString(place.path("id").asString()))
                                        .append("events", new Document("$exists", true))))
                .isEmpty();
        assertThat(states(next)).containsExactly("SELECTED");
    }

    @Test
    void who_was_selected_for_a_programme_is_not_ranked_for_it_again() {
        assessed(WORST);
        var waiting = assessed(BAD);
        Selections.confirmed(Selections.drawn(programme, card, 1));

        var again = Selections.drawn(programme, card, 1);
        Selections.confirmed(again);

        assertThat(Selections.export(again)).hasSize(1);
        assertThat(states(waiting)).containsExactly("SELECTED", "WAITLISTED");
    }

    @Test
    void of_two_rounds_side_by_side_each_gives_its_places_to_who_has_none_of_the_programme() {
        var worst = assessed(WORST);
        var bad = assessed(BAD);
        var third = assessed(LESS_BAD);
        var one = Selections.drawn(programme, card, 1);
        var other = Selections.drawn(programme, card, 1);

        Selections.confirmed(one);
        Selections.confirmed(other);

        assertThat(states(worst)).containsExactlyInAnyOrder("SELECTED", "LEFT");
        assertThat(states(bad)).containsExactlyInAnyOrder("SELECTED", "WAITLISTED");
        assertThat(states(third)).containsExactly("WAITLISTED", "WAITLISTED");
        assertThat(outcomes(Selections.export(other)))
                .containsExactly("LEFT", "SELECTED", "WAITLISTED");
        assertThat(Database.told(placeIn(other, worst))).isEmpty();

        ok(dropOut(one, worst));

        assertThat(stateIn(one, bad)).isEqualTo("WAITLISTED");
        assertThat(stateIn(one, third)).isEqualTo("SELECTED");
    }

    @Test
    void the_database_itself_refuses_a_second_place_of_one_programme() {
        var person = assessed(WORST);
        Selections.confirmed(Selections.drawn(programme, card, 1));
        var selected =
                Database.stored("places", new Document("state.seat.beneficiary", person))
                        .getFirst();

        assertThatThrownBy(() -> Database.add("places", List.of(copy(selected, UUID.randomUUID()))))
                .isInstanceOf(MongoBulkWriteException.class)
                .hasMessageContaining("selected-once");
    }

    @Test
    void of_who_is_equal_in_points_the_one_with_more_to_feed_comes_first() {
        var alone = assessed(BAD);
        var one = assessed(BAD);
        var three = assessed(BAD);
        var nobodyEarns = assessed(BAD);
        var equalWithNobody = assessed(LESS_BAD);
        household(equalWithNobody, false, 4);
        household(one, false, 1);
        household(three, false, 3);
        household(nobodyEarns, true, 2);
        var round = Selections.drawn(programme, card, 2);
        Selections.confirmed(round);

        var rows = Selections.export(round);

        assertThat(rows)
                .extracting(row -> row.path("dependency").asInt())
                .containsExactly(1_000_000, 3_000, 1_000, 0, 0);
        assertThat(states(nobodyEarns)).containsExactly("SELECTED");
        assertThat(states(three)).containsExactly("SELECTED");
        assertThat(states(one)).containsExactly("WAITLISTED");
        assertThat(states(alone)).containsExactly("WAITLISTED");
        var mine = new Recomputation(auditor().get(round).json(), rows);
        assertThat(auditor().get(round).json().path("inputHash").asString())
                .isEqualTo(mine.inputHash());
        assertThat(mine.ranking())
                .containsExactlyElementsOf(rows.stream().map(Recomputation::pseudonym).toList());
    }

    @Test
    void nobody_is_ranked_as_alone_because_her_household_can_not_be_read() {
        var alone = assessed(BAD);
        var lost = assessed(BAD);
        household(lost, false, 3);
        destroyCircumstances(lost);
        var round = Selections.round(programme, card, 1);
        ok(commit(monitor(), 1, round, Selections.secret()));
        ok(commit(otherManager(), 2, round, Selections.secret()));

        var refused = manager().ifMatch(3).post(round + "/freezing", null);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("household-unreadable");
        assertThat(refused.json().path("beneficiaries").toString()).isEqualTo("[\"" + lost + "\"]");
        assertThat(listed(lost) + listed(alone)).isZero();
        ok(worker.ifMatch(1).post("/api/v1/beneficiaries/" + lost + "/household/departure", null));
        household(lost, false, 3);
        ok(manager().ifMatch(3).post(round + "/freezing", null));
        assertThat(Database.stored("selection-lists", new Document("beneficiary", lost)))
                .extracting(row -> row.getInteger("dependency"))
                .containsExactly(3_000);
    }

    @Test
    void a_freeze_names_whose_household_does_not_open_and_counts_it_when_it_does_again() {
        var alone = assessed(BAD);
        var people = Stream.generate(() -> assessed(BAD)).limit(3).toList();
        people.forEach(person -> household(person, false, 3));
        var broken =
                List.of(
                        people.get(0),
                        householdOf(people.get(1)).get("circumstances", UUID.class),
                        householdOf(people.get(2)).getList("others", UUID.class).getFirst());
        var keys = broken.stream().map(SelectionTest::breakKey).toList();
        var round = Selections.round(programme, card, 1);
        ok(commit(monitor(), 1, round, Selections.secret()));
        ok(commit(otherManager(), 2, round, Selections.secret()));

        var refused = manager().ifMatch(3).post(round + "/freezing", null);

        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("household-unreadable");
        assertThat(refused.json().path("beneficiaries").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(people.stream().map(UUID::toString).toList());
        assertThat(people.stream().mapToLong(SelectionTest::listed).sum() + listed(alone)).isZero();
        keys.forEach(Database::replaceKey);
        ok(manager().ifMatch(3).post(round + "/freezing", null));
        assertThat(
                        Database.stored(
                                "selection-lists",
                                new Document("beneficiary", new Document("$in", people))))
                .extracting(row -> row.getInteger("dependency"))
                .containsOnly(3_000);
    }

    private static Document breakKey(UUID record) {
        return Database.replaceKey(
                new Document("_id", record).append("wrapped", new Binary(new byte[60])));
    }

    @Test
    void of_a_freeze_or_a_draw_that_is_refused_no_list_is_left() {
        var person = assessed(WORST);
        var round = Selections.round(programme, card, 1);
        var secret = Selections.secret();
        var other = Selections.secret();
        ok(commit(monitor(), 1, round, secret));
        ok(commit(otherManager(), 2, round, other));

        assertThat(manager().ifMatch(2).post(round + "/freezing", null).status()).isEqualTo(412);
        assertThat(manager().post(round + "/freezing", null).status()).isEqualTo(428);
        assertThat(listed(person)).isZero();
        ok(manager().ifMatch(3).post(round + "/freezing", null));
        assertThat(listed(person)).isEqualTo(1);

        ok(reveal(monitor(), 4, round, secret));
        assertThat(reveal(otherManager(), 4, round, other).status()).isEqualTo(412);
        assertThat(listed(person)).isEqualTo(1);
        ok(reveal(otherManager(), 5, round, other));
        assertThat(listed(person)).isEqualTo(2);
    }

    @Test
    void of_eight_freezes_at_once_one_counts_and_only_its_list_is_left() throws Exception {
        var person = assessed(WORST);
        var round = Selections.round(programme, card, 1);
        ok(commit(monitor(), 1, round, Selections.secret()));
        ok(commit(otherManager(), 2, round, Selections.secret()));
        Callable<Integer> freeze =
                () -> manager().ifMatch(3).post(round + "/freezing", null).status();

        assertThat(atOnce(Collections.nCopies(8, freeze)))
                .isSubsetOf(200, 409, 412)
                .containsOnlyOnce(200);

        assertThat(listed(person)).isEqualTo(1);
    }

    @Test
    void
            of_a_drop_out_and_a_closing_at_one_moment_one_is_first_and_nobody_follows_in_a_closed_round()
                    throws Exception {
        var worst = assessed(WORST);
        var bad = assessed(BAD);
        var round = Selections.drawn(programme, card, 1);
        Selections.confirmed(round);
        var seen = version(round);
        var place = placeIn(round, worst);
        Callable<Integer> closing =
                () -> manager().ifMatch(seen).post(round + "/closing", null).status();

        var statuses = atOnce(List.of(() -> dropOut(place, 1).status(), closing));

        assertThat(statuses.getFirst()).isEqualTo(200);
        assertThat(states(worst)).containsExactly("LEFT");
        if (statuses.getLast() == 200) {
            assertThat(Selections.state(round)).isEqualTo("CLOSED");
            assertThat(states(bad)).containsExactly("WAITLISTED");
        } else {
            assertThat(statuses.getLast()).isEqualTo(412);
            assertThat(Selections.state(round)).isEqualTo("CONFIRMED");
            assertThat(states(bad)).containsExactly("SELECTED");
        }
    }

    @Test
    void who_closes_a_round_has_seen_who_left_it() {
        var worst = assessed(WORST);
        var round = Selections.drawn(programme, card, 1);
        Selections.confirmed(round);
        var seen = version(round);

        ok(dropOut(worst));

        assertThat(manager().ifMatch(seen).post(round + "/closing", null).status()).isEqualTo(412);
    }

    @Test
    void one_person_is_not_both_holders_and_nobody_holds_another_s_secret() {
        var round = Selections.round(programme, card, 1);
        var secret = Selections.secret();
        ok(commit(monitor(), 1, round, secret));

        assertThat(commit(monitor(), 2, round, Selections.secret()).problem())
                .isEqualTo("another-holder");
        assertThat(commit(manager(), 2, round, secret).problem()).isEqualTo("another-holder");
        assertThat(manager().ifMatch(2).post(round + "/freezing", null).problem())
                .isEqualTo("not-yet");
        ok(commit(manager(), 2, round, Selections.secret()));
        ok(manager().ifMatch(3).post(round + "/freezing", null));
        assertThat(reveal(otherManager(), 4, round, secret).pointer()).isEqualTo("/secret");
        assertThat(reveal(manager(), 4, round, secret).pointer()).isEqualTo("/secret");
        ok(reveal(monitor(), 4, round, secret));
    }

    @Test
    void each_step_names_the_state_that_does_not_allow_it_and_wants_the_version_that_was_read() {
        var round = Selections.round(programme, card, 1);

        for (var step : List.of("/confirmation", "/closing")) {
            var early = manager().ifMatch(1).post(round + step, null);
            assertThat(early.json().path("state").asString()).as(step).isEqualTo("OPEN");
            assertThat(manager().post(round + step, null).status()).isEqualTo(428);
        }
        assertThat(reveal(monitor(), 1, round, Selections.secret()).problem())
                .isEqualTo("state-conflict");
        assertThat(auditor().get(round + "/export").json().path("state").asString())
                .isEqualTo("OPEN");
        assertThat(manager().ifMatch(7).post(round + "/freezing", null).status()).isEqualTo(412);
    }

    @Test
    void a_freeze_that_comes_again_is_answered_again_and_ranks_once() {
        var round = Selections.round(programme, card, 1);
        ok(commit(monitor(), 1, round, Selections.secret()));
        ok(commit(otherManager(), 2, round, Selections.secret()));
        var freezer = manager().ifMatch(3).key("freeze-" + round);

        var first = ok(freezer.post(round + "/freezing", null));
        var hash = manager().get(round).json().path("inputHash");
        var second = ok(freezer.post(round + "/freezing", null));

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(manager().get(round).json().path("inputHash")).isEqualTo(hash);
    }

    @Test
    void there_is_no_selection_for_a_programme_whose_name_would_tell_what_people_went_through() {
        for (var objective : List.of("COUNTER_TRAFFICKING", "MIGRANT_HEALTH")) {
            var code = Selections.code();
            made(
                    manager()
                            .post(
                                    Selections.PROGRAMMES,
                                    Selections.programme(code, objective, Cases.DISTRICT)));
            var body =
                    Map.of(
                            "programme",
                            code,
                            "scorecard",
                            card,
                            "quota",
                            1,
                            "cutOff",
                            Selections.today().toString());

            assertThat(manager().post(ROUNDS, body).problem()).isEqualTo("protected-programme");
        }
    }

    @Test
    void a_place_out_of_scope_looks_like_one_that_does_not_exist() {
        var person = assessed(WORST);
        Selections.confirmed(Selections.drawn(programme, card, 1));
        var place = places(person).getFirst().path("id").asString();
        var foreign = Staff.workerOf("hamdasti", "*").ifMatch(1);
        var reason = Map.of("reason", "…");

        assertThat(foreign.post("/api/v1/places/" + place + "/drop-out", reason).withoutIds())
                .isEqualTo(
                        foreign.post("/api/v1/places/" + UUID.randomUUID() + "/drop-out", reason)
                                .withoutIds());
        assertThat(foreign.read("/api/v1/beneficiaries/" + person + "/places").status())
                .isEqualTo(404);
    }

    @Test
    void thousands_are_ranked_at_once_and_an_auditor_gets_the_same_list() {
        copies(3_000);

        var round = Selections.drawn(programme, card, 700);

        var rows = Selections.export(round);
        var told = auditor().get(round).json();
        var mine = new Recomputation(told, rows);
        assertThat(rows).hasSize(3_000);
        assertThat(mine.secretsAreThoseCommittedTo()).isTrue();
        assertThat(told.path("inputHash").asString()).isEqualTo(mine.inputHash());
        assertThat(told.path("seed").asString()).isEqualTo(mine.seed());
        assertThat(mine.ranking())
                .containsExactlyElementsOf(rows.stream().map(Recomputation::pseudonym).toList());
        assertThat(told.path("rootHash").asString()).isEqualTo(mine.rootHash());
        assertThat(rows)
                .allSatisfy(
                        row ->
                                assertThat(row.propertyNames())
                                        .containsExactlyInAnyOrder(
                                                "rank",
                                                "pseudonym",
                                                "points",
                                                "dimensions",
                                                "dependency",
                                                "place"));
    }

    @Test
    void an_export_is_written_down_and_needs_its_purpose() {
        var round = Selections.drawn(programme, card, 1);

        assertThat(Selections.staff("auditor", "auditor").get(round + "/export").problem())
                .isEqualTo("purpose-required");
        ok(auditor().get(round + "/export"));

        assertThat(Database.stored("access", new Document("records", id(round))))
                .singleElement()
                .satisfies(access -> assertThat(access.getString("purpose")).isEqualTo("audit"));
    }

    @Test
    void a_kill_between_two_chunks_leaves_nobody_out_and_gives_nobody_two_places() {
        copies(230);
        var round = Selections.drawn(programme, card, 120);
        Selections.confirmed(round);
        var before = Selections.export(round);
        assertThat(new Recomputation(auditor().get(round).json(), before).places())
                .containsExactlyElementsOf(outcomes(before));
        assertThat(toldWith(id(round), 8)).hasSize(100);

        leaveAsIfKilledAfterTheFirstChunk(id(round));
        Selections.announced(round);

        assertThat(outcomes(Selections.export(round))).containsExactlyElementsOf(outcomes(before));
        assertThat(placesOf(id(round)).stream().map(SelectionTest::rank).sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 230).boxed().toList());
    }

    @Test
    void the_first_who_are_told_are_not_the_first_in_the_ranking() {
        copies(230);
        var round = Selections.drawn(programme, card, 120);
        Selections.confirmed(round);

        var first = toldWith(id(round), 8);

        var people = placesOf(id(round)).stream().map(SelectionTest::beneficiary).sorted();
        assertThat(first)
                .extracting(SelectionTest::beneficiary)
                .containsExactlyElementsOf(people.limit(100).toList());
    }

    @Test
    void the_first_who_follow_are_not_the_first_on_the_waiting_list() {
        copies(330);
        var round = Selections.drawn(programme, card, 120);
        Selections.confirmed(round);
        long version = version(round);

        leaveAsIfAllSelectedHadFallenOut(id(round));
        Selections.announced(round);

        var selected =
                placesOf(id(round)).stream()
                        .filter(place -> stateOf(place).equals("place.selected"))
                        .toList();
        assertThat(selected.stream().map(SelectionTest::rank).sorted())
                .containsExactlyElementsOf(IntStream.rangeClosed(121, 240).boxed().toList());
        // the next entry fixes who follows
        assertThat(toldWith(id(round), version + 2))
                .extracting(SelectionTest::beneficiary)
                .containsExactlyElementsOf(
                        selected.stream()
                                .map(SelectionTest::beneficiary)
                                .sorted()
                                .limit(100)
                                .toList());
    }

    @Test
    void of_a_ranking_that_lost_a_row_nothing_is_told_and_it_keeps_no_other_back() {
        assessed(WORST);
        assessed(BAD);
        var round = Selections.drawn(programme, card, 1);
        Selections.confirmed(round);
        var version = version(round);
        var whole =
                Database.stored(
                        "selection-lists", new Document("_id.list", listOf(id(round), "draw")));
        Database.remove("selection-lists", new Document("_id", whole.getLast().get("_id")));
        Database.remove("places", new Document("state.seat.round", id(round)));

        announcing(id(round), 0, 0);
        // what is announced one after the other has its turn in a round that this one has too
        Selections.confirmed(Selections.drawn(programme, card, 1));
        Selections.confirmed(Selections.drawn(programme, card, 1));

        assertThat(placesOf(id(round))).isEmpty();
        assertThat(version(round)).isEqualTo(version);
        Database.add("selection-lists", List.of(whole.getLast()));
        Selections.announced(round);
        assertThat(placesOf(id(round))).hasSize(2);
    }

    @Test
    void where_two_rows_have_changed_persons_nothing_is_confirmed_or_told() {
        var worst = assessed(WORST);
        var bad = assessed(BAD);
        var drawn = Selections.drawn(programme, card, 1);
        var list = listOf(id(drawn), "draw");

        swapPeople(list);
        assertThat(otherManager().ifMatch(6).post(drawn + "/confirmation", null).status())
                .isEqualTo(500);
        assertThat(Selections.state(drawn)).isEqualTo("DRAWN");
        swapPeople(list);
        Selections.confirmed(drawn);

        var version = version(drawn);
        swapPeople(list);
        Database.remove("places", new Document("state.seat.round", id(drawn)));
        announcing(id(drawn), 0, 0);
        // what is announced one after the other has its turn in a round that this one has too
        Selections.confirmed(Selections.drawn(Selections.opened(Cases.DISTRICT), card, 1));
        Selections.confirmed(Selections.drawn(Selections.opened(Cases.DISTRICT), card, 1));
        assertThat(placesOf(id(drawn))).isEmpty();
        assertThat(version(drawn)).isEqualTo(version);

        swapPeople(list);
        Selections.announced(drawn);
        assertThat(stateIn(drawn, worst)).isEqualTo("SELECTED");
        assertThat(stateIn(drawn, bad)).isEqualTo("WAITLISTED");
    }

    @Test
    void where_two_rows_have_changed_persons_after_the_freeze_nothing_is_drawn() {
        assessed(WORST);
        assessed(BAD);
        var round = Selections.round(programme, card, 1);
        var one = Selections.secret();
        var other = Selections.secret();
        ok(commit(monitor(), 1, round, one));
        ok(commit(otherManager(), 2, round, other));
        ok(manager().ifMatch(3).post(round + "/freezing", null));
        ok(reveal(monitor(), 4, round, one));
        var list =
                Database.stored("selection-rounds", new Document("_id", id(round)))
                        .getFirst()
                        .getEmbedded(List.of("state", "freeze", "list"), UUID.class);

        swapPeople(list);

        assertThat(reveal(otherManager(), 5, round, other).status()).isEqualTo(500);
        assertThat(Selections.state(round)).isEqualTo("FROZEN");
        swapPeople(list);
        ok(reveal(otherManager(), 5, round, other));
    }

    @Test
    void who_was_passed_over_at_the_confirmation_stays_so_and_stands_in_no_round() {
        var worst = assessed(WORST);
        var bad = assessed(BAD);
        var third = assessed(LESS_BAD);
        var consent = Database.stored("consents", caseConsent(worst)).getFirst();
        var round = Selections.drawn(programme, card, 1);
        takenBack(consent);
        Selections.confirmed(round);
        var line =
                Database.stored("selection-rounds", new Document("_id", id(round)))
                        .getFirst()
                        .getEmbedded(List.of("state", "confirmation", "line"), Document.class);
        assertThat(line.keySet()).containsExactlyInAnyOrder("last", "list", "root");
        assertThat(Database.stored("selection-lists", new Document("_id.list", line.get("list"))))
                .extracting(row -> row.get("beneficiary"))
                .containsExactly(worst);

        // as if killed before the first place was written; she consents again by then
        Database.replace("consents", consent);
        Database.remove("places", new Document("state.seat.round", id(round)));
        announcing(id(round), 0, 0);
        Selections.announced(round);

        assertThat(stateIn(round, worst)).isEqualTo("LEFT");
        assertThat(stateIn(round, bad)).isEqualTo("SELECTED");
        assertThat(stateIn(round, third)).isEqualTo("WAITLISTED");
    }

    @Test
    void of_a_confirmation_that_is_refused_no_list_is_left() {
        var person = assessed(WORST);
        assessed(BAD);
        var round = Selections.drawn(programme, card, 1);
        takenBack(Database.stored("consents", caseConsent(person)).getFirst());

        assertThat(manager().ifMatch(6).post(round + "/confirmation", null).problem())
                .isEqualTo("another-confirms");

        assertThat(listed(person)).isEqualTo(2);
    }

    /** More than one look goes through; of none of them a consent is known. */
    private static void othersWaitBefore(UUID place, int count) {
        var waiting = Database.stored("places", new Document("_id", place)).getFirst();
        var others = new ArrayList<Document>();
        for (int rank = 3; rank < 3 + count; rank++) {
            others.add(copy(waiting, UUID.randomUUID()));
            nested(others.getLast(), "seat")
                    .append("beneficiary", UUID.randomUUID())
                    .append("rank", rank);
        }
        Database.add("places", others);
        Database.change("places", place, "state.seat.rank", 3 + count);
    }

    private static Document caseConsent(UUID person) {
        return new Document("state.request.beneficiary", person)
                .append("state.request.purpose", "CASE_MANAGEMENT");
    }

    /** As if it had run out: past the service, so that it can come back as it was. */
    private static void takenBack(Document consent) {
        Database.change(
                "consents", consent.get("_id", UUID.class), "state.validUntil", "2026-01-01");
    }

    /** Of the first and the last row of a list: the persons, and nothing else. */
    private static void swapPeople(UUID list) {
        var rows = Database.stored("selection-lists", new Document("_id.list", list));
        var first = rows.getFirst();
        var last = rows.getLast();
        var person = first.put("beneficiary", last.get("beneficiary"));
        last.put("beneficiary", person);
        Database.replace("selection-lists", first);
        Database.replace("selection-lists", last);
    }

    private static UUID listOf(UUID round, String step) {
        return Database.stored("selection-rounds", new Document("_id", round))
                .getFirst()
                .getEmbedded(List.of("state", "result", step, "list"), UUID.class);
    }

    private static void leaveAsIfAllSelectedHadFallenOut(UUID round) {
        for (var place : placesOf(round)) {
            if (stateOf(place).equals("place.selected")) {
                place.get("state", Document.class)
                        .append("_class", "place.left")
                        .append("by", "system")
                        .append("at", Date.from(Instant.now()));
                Database.replace("places", place);
            }
        }
        announcing(round, 330, 0);
    }

    private static String stateOf(Document place) {
        return place.getEmbedded(List.of("state", "_class"), String.class);
    }

    private static List<Document> placesOf(UUID round) {
        return Database.stored("places", new Document("state.seat.round", round));
    }

    private static int rank(Document place) {
        return place.getEmbedded(List.of("state", "seat", "rank"), Integer.class);
    }

    private static UUID beneficiary(Document place) {
        return place.getEmbedded(List.of("state", "seat", "beneficiary"), UUID.class);
    }

    /** The places that the transaction wrote which made this version of the round, in its order. */
    private static List<Document> toldWith(UUID round, long version) {
        var entry =
                Database.stored("journal", new Document("_id.a", round).append("_id.v", version));
        var command = entry.getFirst().getEmbedded(List.of("fact", "command"), UUID.class);
        var places = new HashMap<UUID, Document>();
        placesOf(round).forEach(place -> places.put(place.get("_id", UUID.class), place));
        return Database.stored("journal", new Document("fact.command", command)).stream()
                .map(written -> places.get(written.getEmbedded(List.of("_id", "a"), UUID.class)))
                .filter(Objects::nonNull)
                .toList();
    }

    /**
     * What the database holds when a process dies after the transaction of the first hundred: those
     * places, and a round that says so.
     */
    private static void leaveAsIfKilledAfterTheFirstChunk(UUID round) {
        var first = toldWith(round, 8);
        Database.remove(
                "places",
                new Document("state.seat.round", round)
                        .append(
                                "_id",
                                new Document(
                                        "$nin",
                                        first.stream().map(place -> place.get("_id")).toList())));
        Database.remove(
                "journal", new Document("_id.a", round).append("_id.v", new Document("$gt", 8L)));
        var selected = first.stream().filter(place -> rank(place) <= 120).count();
        Database.change("selection-rounds", round, "version", 8L);
        announcing(round, 100, (int) selected);
    }

    private static void announcing(UUID round, int done, int selected) {
        var stored = Database.stored("selection-rounds", new Document("_id", round)).getFirst();
        stored.get("state", Document.class)
                .append("_class", "selection-round.announcing")
                .append("done", done)
                .append("selected", selected)
                .append("following", List.of());
        Database.replace("selection-rounds", stored);
    }

    /** They have no keys: whatever opens everybody's file would find them unreadable. */
    @AfterAll
    static void removeCopies() {
        Database.remove("beneficiaries", new Document("_id", new Document("$in", COPIES)));
    }

    /** Many who differ in points only, made from one whom the service has written. */
    private void copies(int count) {
        var model = assessed(WORST);
        var file = Database.stored("beneficiaries", new Document("_id", model)).getFirst();
        var consent =
                Database.stored("consents", new Document("state.request.beneficiary", model))
                        .getFirst();
        var assessment =
                Database.stored("assessments", new Document("state.facts.beneficiary", model))
                        .getFirst();
        var files = new ArrayList<Document>();
        var consents = new ArrayList<Document>();
        var assessments = new ArrayList<Document>();
        for (int i = 1; i < count; i++) {
            var person = UUID.randomUUID();
            COPIES.add(person);
            files.add(copy(file, person));
            consents.add(copy(consent, UUID.randomUUID()));
            nested(consents.getLast(), "request").append("beneficiary", person);
            assessments.add(copy(assessment, UUID.randomUUID()));
            int economic = 30 + i % 7;
            int social = 20 + i % 5;
            nested(assessments.getLast(), "facts")
                    .append("beneficiary", person)
                    .get("score", Document.class)
                    .append("total", economic + social)
                    .append("dimensions", List.of(economic, social));
        }
        Database.add("beneficiaries", files);
        Database.add("consents", consents);
        Database.add("assessments", assessments);
    }

    /** Deep, so that what is changed in it is changed in no other. */
    private static Document copy(Document document, UUID id) {
        var copy = new Document();
        document.forEach(
                (name, value) ->
                        copy.append(name, value instanceof Document part ? copy(part, id) : value));
        return document.containsKey("_id") ? copy.append("_id", id) : copy;
    }

    private static Document nested(Document stored, String part) {
        return stored.getEmbedded(List.of("state", part), Document.class);
    }

    private UUID assessed(Map<String, String> answers) {
        var person = Selections.consenting(worker);
        made(Selections.assess(worker, person, card, answers));
        return person;
    }

    /** The only place she has. */
    private Answer dropOut(UUID person) {
        var place = places(person).getFirst();
        return dropOut(
                UUID.fromString(place.path("id").asString()), place.path("version").asLong());
    }

    private Answer dropOut(String round, UUID person) {
        return dropOut(placeIn(round, person), 1);
    }

    private Answer dropOut(UUID place, long version) {
        return worker.ifMatch(version)
                .post("/api/v1/places/" + place + "/drop-out", Map.of("reason", "Кор ёфт"));
    }

    private UUID placeIn(String round, UUID person) {
        return UUID.fromString(place(round, person).path("id").asString());
    }

    private String stateIn(String round, UUID person) {
        return place(round, person).path("state").asString();
    }

    private JsonNode place(String round, UUID person) {
        return places(person).stream()
                .filter(place -> round.endsWith(place.path("round").asString()))
                .findFirst()
                .orElseThrow();
    }

    /** How many rows of lists name her. */
    private static int listed(UUID person) {
        return Database.stored("selection-lists", new Document("beneficiary", person)).size();
    }

    /** Herself as the head, and children. */
    private void household(UUID person, boolean disability, int children) {
        var members = new ArrayList<Map<String, Object>>();
        members.add(
                Map.of(
                        "beneficiary",
                        person,
                        "relation",
                        "HEAD",
                        "disability",
                        disability,
                        "inSchool",
                        false));
        for (int i = 0; i < children; i++) {
            members.add(
                    Map.of(
                            "person",
                            Map.of(
                                    "name",
                                    Cases.word(),
                                    "sex",
                                    "FEMALE",
                                    "birthYear",
                                    Selections.today().getYear() - 5),
                            "relation",
                            "CHILD",
                            "disability",
                            false,
                            "inSchool",
                            false));
        }
        made(
                worker.post(
                        "/api/v1/beneficiaries/" + person + "/household",
                        Map.of(
                                "household",
                                Map.of(
                                        "members",
                                        members,
                                        "incomes",
                                        List.of("HELP_OF_OTHERS"),
                                        "dwelling",
                                        "RENTED"))));
    }

    /** As after an old back-up of the data: what is known is in a vault that is newer. */
    private static Document householdOf(UUID person) {
        return Database.stored("households", new Document("state.beneficiaries", person))
                .getFirst()
                .get("state", Document.class);
    }

    private static void destroyCircumstances(UUID person) {
        var household = householdOf(person);
        RunningService.bean(Journal.class)
                .<Boolean>inTransaction(
                        Origin.system("test", UUID.randomUUID()),
                        change -> {
                            change.destroyKey(household.get("circumstances", UUID.class));
                            return true;
                        });
    }

    private static List<Integer> atOnce(List<Callable<Integer>> calls) throws Exception {
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            for (var answer : threads.invokeAll(calls)) {
                statuses.add(answer.get());
            }
        }
        return statuses;
    }

    private List<JsonNode> places(UUID person) {
        var list = ok(worker.read("/api/v1/beneficiaries/" + person + "/places"));
        return list.json().path("items").valueStream().toList();
    }

    private Stream<String> states(UUID person) {
        return places(person).stream().map(place -> place.path("state").asString());
    }

    private static List<String> outcomes(List<JsonNode> rows) {
        return rows.stream().map(row -> row.path("place").asString()).toList();
    }

    private static long version(String round) {
        return manager().get(round).json().path("version").asLong();
    }

    private static UUID id(String round) {
        return UUID.fromString(round.substring(round.lastIndexOf('/') + 1));
    }
}
