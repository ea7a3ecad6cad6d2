package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.DatabaseCommands;
import org.homeward.kit.time.ProgrammeClock;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** Files that are not needed any more, long after their programme has ended. */
class RetentionTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String WITHOUT = "/api/v1/retention/files-without-programme";

    private final Staff worker = Staff.worker();
    private final Staff setter = Staff.in("data-protection-officer");
    private final Staff officer =
            Staff.of("officer-2", "mission", List.of("data-protection-officer"), "*");
    private final Staff farAway =
            Staff.of("officer-3", "mission", List.of("data-protection-officer"), "TJ-SU-AYNI");

    @Test
    void a_file_is_asked_to_be_erased_when_its_time_is_over_and_another_decides() {
        var programme = Selections.ended();
        var person = Selections.seated(worker, programme);
        assertThat(erasuresOf(person)).isEmpty();

        made(setter.put(retention(programme), Map.of("months", 1)));

        await().atMost(SOON).until(() -> !erasuresOf(person).isEmpty());
        var erasure = erasuresOf(person).getFirst().get("_id", UUID.class);
        var path = "/api/v1/erasures/" + erasure;
        assertThat(officer.get(path).json().path("reason").asString()).isEqualTo("RETENTION_ENDED");
        assertThat(setter.ifMatch(1).post(path + "/execution", null).problem())
                .isEqualTo("another-decides");
        ok(officer.ifMatch(1).post(path + "/execution", null));
        assertThat(Database.isKeyDestroyed(person)).isTrue();
    }

    @Test
    void who_sets_a_rule_anew_carries_out_nothing_that_follows_from_it() {
        var programme = Selections.ended();
        var person = Selections.seated(worker, programme);
        made(setter.put(retention(programme), Map.of("months", 1)));
        await().atMost(SOON).until(() -> !erasuresOf(person).isEmpty());
        ok(officer.ifMatch(1).put(retention(programme), Map.of("months", 2)));
        var path = "/api/v1/erasures/" + erasuresOf(person).getFirst().get("_id", UUID.class);

        assertThat(officer.ifMatch(1).post(path + "/execution", null).problem())
                .isEqualTo("another-decides");
        var third = Staff.of("officer-4", "mission", List.of("data-protection-officer"), "*");
        ok(third.ifMatch(1).post(path + "/execution", null));
    }

    @Test
    void what_would_be_erased_is_shown_with_what_stands_in_its_way() {
        var programme = Selections.ended();
        var person = Selections.seated(worker, programme);
        var hold =
                made(
                        Selections.manager()
                                .post(
                                        "/api/v1/programmes/" + programme + "/legal-holds",
                                        Map.of(
                                                "reason",
                                                "COURT",
                                                "until",
                                                Selections.today().plusDays(9).toString())));
        made(setter.put(retention(programme), Map.of("months", 1)));

        var due = dueOf(person);
        assertThat(farAway.get("/api/v1/retention/due?limit=1").json().path("next").isNull())
                .isTrue();
        assertThat(dueOf(person, farAway)).isEmpty();

        assertThat(due)
                .isEqualTo(
                        Map.of(
                                "beneficiary",
                                person.toString(),
                                "programmes",
                                List.of(programme),
                                "keptUntil",
                                Selections.today().minusMonths(3).plusMonths(1).toString(),
                                "because",
                                List.of("COURT")));
        assertThat(erasuresOf(person)).isEmpty();
        ok(Selections.monitor().ifMatch(1).post("/api/v1/legal-holds/" + hold + "/lifting", null));
        await().atMost(SOON).until(() -> !erasuresOf(person).isEmpty());
    }

    @Test
    void who_is_kept_for_another_programme_is_not_due_and_a_refusal_counts() {
        var over = Selections.ended();
        var running = Selections.opened(Cases.DISTRICT);
        var both = Selections.seated(worker, over);
        Selections.seat(worker, both, running);
        var refused = Selections.seated(worker, over);
        made(setter.put(retention(over), Map.of("months", 1)));
        await().atMost(SOON).until(() -> !erasuresOf(refused).isEmpty());
        var path = "/api/v1/erasures/" + erasuresOf(refused).getFirst().get("_id", UUID.class);

        ok(officer.ifMatch(1).post(path + "/refusal", Map.of("reason", "LAW_REQUIRES_THE_FILE")));

        assertThat(dueOf(refused)).isEmpty();
        assertThat(dueOf(both)).isEmpty();
        assertThat(erasuresOf(both)).isEmpty();
    }

    @Test
    void who_had_a_grant_is_kept_as_long_as_its_programme_says_and_due_after_it() {
        var over = Selections.ended();
        var longer = Selections.ended();
        var both = Selections.seated(worker, over);
        OtherServices.closed(OtherServices.granted(both, longer));
        var granted = Cases.registered(worker, Cases.somebody());
        OtherServices.closed(OtherServices.granted(granted, over));
        made(setter.put(retention(longer), Map.of("months", 120)));
        made(setter.put(retention(over), Map.of("months", 1)));

        await().atMost(SOON).until(() -> !erasuresOf(granted).isEmpty());

        assertThat(dueOf(both)).isEmpty();
        assertThat(erasuresOf(both)).isEmpty();
    }

    @Test
    void who_came_back_after_it_was_asked_is_not_erased() {
        var over = Selections.ended();
        var person = Selections.seated(worker, over);
        made(setter.put(retention(over), Map.of("months", 1)));
        await().atMost(SOON).until(() -> !erasuresOf(person).isEmpty());
        var path = "/api/v1/erasures/" + erasuresOf(person).getFirst().get("_id", UUID.class);
        Selections.seat(worker, person, Selections.opened(Cases.DISTRICT));

        var needed = officer.ifMatch(1).post(path + "/execution", null);

        assertThat(needed.status()).as(needed.toString()).isEqualTo(409);
        assertThat(needed.problem()).isEqualTo("still-needed");
        assertThat(Database.isKeyDestroyed(person)).isFalse();
        ok(officer.ifMatch(1).post(path + "/refusal", Map.of("reason", "STILL_NEEDED")));
    }

    @Test
    void that_she_was_not_erased_at_her_own_wish_keeps_no_file_longer() {
        var over = Selections.ended();
        var person = Selections.seated(worker, over);
        var wish = "/api/v1/beneficiaries/" + person + "/erasures";
        var asked = made(worker.post(wish, Map.of("reason", "PERSON_ASKED")));
        ok(
                officer.ifMatch(1)
                        .post(
                                "/api/v1/erasures/" + asked + "/refusal",
                                Map.of("reason", "NOT_HER_WISH")));

        made(setter.put(retention(over), Map.of("months", 1)));

        await().atMost(SOON).until(() -> erasuresOf(person).size() == 2);
    }

    @Test
    void who_is_in_no_programme_is_due_when_her_file_was_left_for_long() {
        var left = registeredLongAgo();
        var helped = registeredLongAgo();
        Cases.given(worker, helped, "CASE_MANAGEMENT");
        var kept = Selections.seated(worker, Selections.opened(Cases.DISTRICT));
        leaveForLong(kept);
        var applied = registeredLongAgo();
        OtherServices.applied(applied, Selections.opened(Cases.DISTRICT));
        var waiting = waiting(Selections.opened(Cases.DISTRICT));
        leaveForLong(waiting);
        assertThat(dueOf(left)).isEmpty();

        made(setter.put(WITHOUT, Map.of("months", 36)));

        await().atMost(SOON).until(() -> !erasuresOf(left).isEmpty());
        assertThat(setter.get(WITHOUT).json().path("months").asInt()).isEqualTo(36);
        assertThat(List.of(dueOf(helped), dueOf(kept), dueOf(applied), dueOf(waiting)))
                .containsOnly(Map.of());
        assertThat(erasuresOf(helped)).isEmpty();
        assertThat(erasuresOf(waiting)).isEmpty();
        var path = "/api/v1/erasures/" + erasuresOf(left).getFirst().get("_id", UUID.class);
        Cases.given(worker, left, "CASE_MANAGEMENT");
        assertThat(officer.ifMatch(1).post(path + "/execution", null).problem())
                .isEqualTo("still-needed");
    }

    @Test
    void however_few_are_due_among_how_many_a_call_looks_at_a_thousand_and_the_next_goes_on() {
        var programme = Selections.ended();
        var person = Cases.registered(worker, Cases.somebody());
        OtherServices.closed(OtherServices.granted(person, programme));
        grantsOfNobody(programme, 1_100);
        made(setter.put(retention(programme), Map.of("months", 1)));
        try {
            var first =
                    DatabaseCommands.during(
                            () -> officer.get("/api/v1/retention/due?limit=100").json());
            var pages = new ArrayList<>(List.of(first.answer()));
            while (!pages.getLast().path("next").isNull()) {
                var cursor = pages.getLast().path("next").asString();
                pages.add(officer.get("/api/v1/retention/due?cursor=" + cursor).json());
            }

            assertThat(first.answer().path("items").size()).isLessThan(100);
            assertThat(pages).hasSizeBetween(2, 10);
            var rules = Database.stored("retention-rules", new Document()).size();
            assertThat(first.commands())
                    .filteredOn("find retention-rules"::equals)
                    .hasSize(1 + rules);
            await().atMost(SOON).until(() -> !erasuresOf(person).isEmpty());
        } finally {
            Database.remove("running_grants", new Document("programme", programme));
        }
    }

    @Test
    void a_file_that_can_not_be_read_keeps_no_other_from_being_due() {
        var programme = Selections.ended();
        var people =
                Stream.generate(() -> Selections.seated(worker, programme))
                        .limit(2)
                        .sorted(Comparator.comparing(UUID::toString))
                        .toList();
        var broken = people.getFirst();
        var file = Database.stored("beneficiaries", new Document("_id", broken)).getFirst();
        double alarms = RunningService.alarms("retention");
        Database.change("beneficiaries", broken, "state._class", "none");
        try {
            made(setter.put(retention(programme), Map.of("months", 1)));

            await().atMost(SOON).until(() -> !erasuresOf(people.getLast()).isEmpty());
            await().atMost(SOON).until(() -> RunningService.alarms("retention") > alarms);
            assertThat(erasuresOf(broken)).isEmpty();
        } finally {
            Database.replace("beneficiaries", file);
        }
    }

    @Test
    void who_was_registered_long_ago_is_found_without_reading_a_file() {
        var day = Selections.today().minusYears(3).toString();
        registeredLongAgo();

        var examined =
                Database.examined(
                        "beneficiaries",
                        new Document("state.registeredOn", new Document("$lte", day))
                                .append("_id", new Document("$gt", new UUID(0, 0))));

        assertThat(examined).isZero();
    }

    @Test
    void who_waits_in_a_selection_is_kept_as_long_as_its_programme_says_and_due_after_it() {
        var programme = Selections.ended();
        var person = waiting(programme);
        var ranked = Selections.consenting(worker);
        Selections.drawn(programme, assessed(ranked), 1);

        made(setter.put(retention(programme), Map.of("months", 1)));

        await().atMost(SOON).until(() -> !erasuresOf(person).isEmpty());
        await().atMost(SOON).until(() -> !erasuresOf(ranked).isEmpty());
    }

    @Test
    void while_a_grant_lies_unread_nobody_is_asked_to_be_erased_and_it_is_an_alarm() {
        var over = Selections.ended();
        var person = Selections.seated(worker, over);
        var grant = OtherServices.grantedUnheard(person, Selections.opened(Cases.DISTRICT));
        double before = RunningService.alarms("retention");

        made(setter.put(retention(over), Map.of("months", 1)));

        await().atMost(SOON).until(() -> RunningService.alarms("retention") > before);
        assertThat(erasuresOf(person)).isEmpty();
        var other = Selections.seated(worker, over);
        OtherServices.isHeard(grant);
        await().atMost(SOON).until(() -> !erasuresOf(other).isEmpty());
        assertThat(erasuresOf(person)).isEmpty();
    }

    @Test
    void that_nobody_could_look_for_files_is_an_alarm() {
        var programme = Selections.opened(Cases.DISTRICT);
        var rule = made(setter.put(retention(programme), Map.of("months", 36)));
        var broken = Database.stored("retention-rules", new Document("_id", rule)).getFirst();
        double before = RunningService.alarms("retention");

        Database.change("retention-rules", rule, "state.programme", "NO-SUCH");
        try {
            await().atMost(SOON).until(() -> RunningService.alarms("retention") > before);
        } finally {
            Database.replace("retention-rules", broken);
        }
    }

    @Test
    void a_rule_is_changed_by_who_has_seen_it() {
        var programme = Selections.opened(Cases.DISTRICT);
        made(setter.put(retention(programme), Map.of("months", 36)));

        assertThat(setter.put(retention(programme), Map.of("months", 24)).status()).isEqualTo(428);
        ok(setter.ifMatch(1).put(retention(programme), Map.of("months", 24)));

        assertThat(setter.get(retention(programme)).json().path("months").asInt()).isEqualTo(24);
        assertThat(setter.put(retention("NO-SUCH"), Map.of("months", 24)).status()).isEqualTo(404);
        assertThat(setter.get(retention("NO-SUCH")).status()).isEqualTo(404);
    }

    /** Somebody new, who is ranked for it; nothing is drawn. */
    private UUID waiting(String programme) {
        var person = Selections.consenting(worker);
        Selections.frozen(programme, assessed(person), 1);
        return person;
    }

    /**
     * @return the card by which somebody was assessed
     */
    private UUID assessed(UUID person) {
        var card = Selections.cardInUse();
        made(Selections.assess(worker, person, card, Map.of("MONEY", "NONE", "HUSBAND", "AWAY")));
        return card;
    }

    /** As many people of it as nobody here knows. */
    private static void grantsOfNobody(String programme, int many) {
        Database.add(
                "running_grants",
                Stream.generate(UUID::randomUUID)
                        .limit(many)
                        .map(
                                one ->
                                        new Document("_id", UUID.randomUUID())
                                                .append("beneficiary", one)
                                                .append("programme", programme)
                                                .append("closed", true))
                        .toList());
    }

    private UUID registeredLongAgo() {
        var person = Cases.registered(worker, Cases.somebody());
        leaveForLong(person);
        return person;
    }

    /** As if nobody had written anything of her own, but a place, for four years. */
    private static void leaveForLong(UUID person) {
        var then = Selections.today().minusYears(4).atStartOfDay(ProgrammeClock.ZONE).toInstant();
        Map.of(
                        "beneficiaries", "_id",
                        "consents", "state.request.beneficiary",
                        "assessments", "state.facts.beneficiary")
                .forEach(
                        (collection, field) ->
                                Database.stored(collection, new Document(field, person))
                                        .forEach(
                                                row ->
                                                        Database.change(
                                                                collection,
                                                                row.get("_id", UUID.class),
                                                                "order",
                                                                then.getEpochSecond()
                                                                        * 1_000_000)));
        Database.change(
                "beneficiaries",
                person,
                "state.registeredOn",
                Selections.today().minusYears(4).toString());
    }

    /** As the dry run shows her; empty when it does not. */
    private Map<String, Object> dueOf(UUID person) {
        return dueOf(person, officer);
    }

    private static Map<String, Object> dueOf(UUID person, Staff officer) {
        var path = "/api/v1/retention/due?limit=100";
        String next = "";
        while (true) {
            var page = officer.get(path + next).json();
            for (var due : page.path("items")) {
                if (due.path("beneficiary").asString().equals(person.toString())) {
                    return Staff.JSON.convertValue(due, new TypeReference<>() {});
                }
            }
            if (page.path("next").isNull()) {
                return Map.of();
            }
            next = "&cursor=" + page.path("next").asString();
        }
    }

    private static List<Document> erasuresOf(UUID person) {
        return Database.stored("erasures", new Document("state.request.beneficiary", person));
    }

    private static String retention(String programme) {
        return "/api/v1/programmes/" + programme + "/retention";
    }

    private static UUID made(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }
}
