package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** People sent to a partner, with their consent, and what the partner makes of it. */
class ReferralJourneyTest {

    private static final String PARTNER = "legal-aid-" + Cases.phone();
    private static final String NOTE = "Ҳуҷҷат лозим";

    private final Staff worker = Staff.worker();
    private final Staff partner =
            Staff.of("machine-" + PARTNER, PARTNER, List.of("partner-api"), "TJ-SU-KHUJAND");
    private final Map<String, Object> somebody = Cases.somebody();
    private final UUID person = Cases.registered(worker, somebody);

    @Test
    void a_person_who_agreed_is_referred_received_and_helped() {
        share(person);
        var referral = refer("LEGAL_AID");

        var asked = partner.read(path(referral)).json();
        assertThat(asked.path("person").path("name").path("family").asString()).isEqualTo(family());
        assertThat(asked.path("person").has("address")).isFalse();
        assertThat(asked.path("note").asString()).isEqualTo(NOTE);
        assertThat(asked.path("referral").path("beneficiary").isNull()).isTrue();
        assertThat(partner.ifMatch(1).post(path(referral) + "/acceptance", null).status())
                .isEqualTo(200);
        assertThat(partner.ifMatch(2).post(path(referral) + "/completion", null).status())
                .isEqualTo(200);

        var seen = worker.read(path(referral)).json();
        assertThat(seen.path("referral").path("state").asString()).isEqualTo("COMPLETED");
        assertThat(seen.path("person").isNull()).isTrue();
        assertThat(Database.told(referral))
                .containsExactly(
                        Staff.JSON.valueToTree(
                                Map.of(
                                        "referral",
                                        referral,
                                        "service",
                                        "LEGAL_AID",
                                        "district",
                                        Cases.DISTRICT)));
        assertThat(partner.read(path(referral)).json().path("person").isNull()).isTrue();
    }

    @Test
    void nobody_is_referred_without_consent_for_this_very_partner() {
        assertThat(send(worker, person, "LEGAL_AID").problem()).isEqualTo("consent-missing");
        consent(person, "another-partner");
        assertThat(send(worker, person, "LEGAL_AID").problem()).isEqualTo("consent-missing");
        share(person);
        assertThat(send(worker, person, "LEGAL_AID").status()).isEqualTo(201);
    }

    @Test
    void who_she_is_is_not_told_any_more_once_she_takes_her_consent_back() {
        var consent = share(person);
        var referral = refer("DOCUMENTS");
        assertThat(partner.read(path(referral)).body()).contains(family());

        worker.post("/api/v1/consents/" + consent + "/withdrawal", null);

        assertThat(partner.read(path(referral)).status()).isEqualTo(200);
        assertThat(partner.read(path(referral)).body()).doesNotContain(family());
        assertThat(partner.read(path(referral)).json().path("note").isNull()).isTrue();
        assertThat(worker.read(path(referral)).json().path("note").asString()).isNotEmpty();
    }

    @Test
    void once_it_is_withdrawn_the_partner_reads_neither_the_note_nor_who_she_is() {
        share(person);
        var referral = refer("LEGAL_AID");
        partner.ifMatch(1).post(path(referral) + "/acceptance", null);
        assertThat(partner.read(path(referral)).body()).contains(family(), NOTE);

        var withdrawn = withdraw(worker, referral, "WRONG_PERSON");

        assertThat(withdrawn.status()).as(withdrawn.toString()).isEqualTo(200);
        var seen = partner.read(path(referral));
        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.body()).doesNotContain(family(), NOTE, "WRONG_PERSON", person.toString());
        assertThat(seen.json().path("note").isNull()).isTrue();
        assertThat(seen.json().path("person").isNull()).isTrue();
        assertThat(seen.json().at("/referral/state").asString()).isEqualTo("WITHDRAWN");
        var listed = partner.read("/api/v1/referrals?limit=100");
        assertThat(listed.body()).contains(referral.toString()).doesNotContain("WRONG_PERSON");
        assertThat(partner.ifMatch(3).post(path(referral) + "/completion", null).problem())
                .isEqualTo("state-conflict");
        var own = worker.read(path(referral)).json();
        assertThat(own.at("/referral/withdrawn").asString()).isEqualTo("WRONG_PERSON");
        assertThat(own.path("note").isNull()).isTrue();
        assertThat(Database.told(referral)).isEmpty();
        assertThat(withdraw(worker, referral, "NOT_NEEDED").json().path("state").asString())
                .isEqualTo("WITHDRAWN");
    }

    @Test
    void it_is_withdrawn_by_who_made_it_or_a_protection_officer_and_while_it_lasts() {
        share(person);
        var first = refer("SHELTER");
        var second = refer("LEGAL_AID");
        var third = refer("DOCUMENTS");
        var colleague = Staff.of("colleague", "umed", List.of("case-worker"), "*");
        var farAway = Staff.of("far-away", "umed", List.of("protection-officer"), "TJ-SU-AYNI");

        for (var who : List.of(colleague, Staff.workerOf(PARTNER, "*"), farAway)) {
            assertThat(withdraw(who, second, "NOT_NEEDED").status()).isEqualTo(404);
        }
        assertThat(withdraw(worker, first, "She ran away").pointer()).isEqualTo("/reason");
        var officer = Staff.in("protection-officer");
        assertThat(withdraw(officer, first, "WRONG_NOTE").status()).isEqualTo(200);
        partner.ifMatch(1).post(path(third) + "/acceptance", null);
        partner.ifMatch(2).post(path(third) + "/completion", null);
        assertThat(withdraw(worker, third, "NOT_NEEDED").json().path("state").asString())
                .isEqualTo("COMPLETED");
        assertThat(worker.read(path(second)).json().at("/referral/state").asString())
                .isEqualTo("REQUESTED");
        assertThat(withdraw(worker, second, "DOES_NOT_WANT").status()).isEqualTo(200);
    }

    @Test
    void it_is_withdrawn_when_her_file_is_closed_too_and_the_copy_for_her_says_so() {
        share(person);
        var referral = refer("LEGAL_AID");
        var consent = Cases.given(worker, person, "CASE_MANAGEMENT");
        worker.post("/api/v1/consents/" + consent + "/withdrawal", null);

        assertThat(withdraw(worker, referral, "DOES_NOT_WANT").status()).isEqualTo(200);

        var told =
                worker.with("Homeward-Purpose", "portability")
                        .get("/api/v1/beneficiaries/" + person + "/export?language=en");
        assertThat(told.status()).as(told.toString()).isEqualTo(200);
        var records = told.json().path("records").valueStream();
        assertThat(records.filter(one -> one.path("kind").asString().equals("REFERRAL")))
                .singleElement()
                .asString()
                .contains("WITHDRAWN")
                .doesNotContain(NOTE);
    }

    private static Answer withdraw(Staff who, UUID referral, String reason) {
        return who.post(path(referral) + "/withdrawal", Map.of("reason", reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTACT_BY_PHONE", "CONTACT_BY_SMS"})
    void her_telephones_are_told_while_she_lets_herself_be_called_or_written_to(String purpose) {
        share(person);
        Cases.given(worker, person, "CONTACT_BY_EMAIL");
        var referral = refer("LEGAL_AID");
        assertReachedThroughCaseWorker(referral);

        var consent = Cases.given(worker, person, purpose);

        var reached = partner.read(path(referral)).json().path("person");
        assertThat(reached.path("phones").path(0).asString()).endsWith(telephone());
        assertThat(reached.path("phones").size()).isEqualTo(1);
        assertThat(reached.path("throughCaseWorker").asBoolean()).isFalse();

        worker.post("/api/v1/consents/" + consent + "/withdrawal", null);

        assertReachedThroughCaseWorker(referral);
    }

    /** And why, is not told. */
    private void assertReachedThroughCaseWorker(UUID referral) {
        var seen = partner.read(path(referral));
        assertThat(seen.body()).contains(family()).doesNotContain(telephone(), "CONTACT_BY");
        var reached = seen.json().path("person");
        assertThat(reached.path("phones").isEmpty()).isTrue();
        assertThat(reached.path("throughCaseWorker").asBoolean()).isTrue();
    }

    @Test
    void that_a_partner_read_it_is_told_to_her_without_saying_which_partner_that_is() {
        share(person);
        var referral = refer("LEGAL_AID");
        partner.read(path(referral));
        worker.read(path(referral));

        var told =
                Staff.in("data-protection-officer")
                        .with("Homeward-Purpose", "data-protection")
                        .get("/api/v1/beneficiaries/" + person + "/readings");

        assertThat(told.json().path("items").valueStream())
                .extracting(
                        reading -> reading.path("roles").path(0).asString(),
                        reading -> reading.path("organisation").asString(""))
                .containsExactlyInAnyOrder(tuple("case-worker", "umed"), tuple("partner-api", ""));
        assertThat(told.body()).doesNotContain(PARTNER);
    }

    @Test
    void a_partner_who_declines_says_why_in_one_word() {
        share(person);
        var referral = refer("VOCATIONAL_TRAINING");

        var sentence = Map.of("reason", "She has tuberculosis");
        assertThat(partner.ifMatch(1).post(path(referral) + "/refusal", sentence).pointer())
                .isEqualTo("/reason");
        assertThat(
                        partner.ifMatch(1)
                                .post(path(referral) + "/refusal", Map.of("reason", "NO_PLACE"))
                                .status())
                .isEqualTo(200);

        var seen = worker.read(path(referral)).json().path("referral");
        assertThat(seen.path("state").asString()).isEqualTo("DECLINED");
        assertThat(seen.path("reason").asString()).isEqualTo("NO_PLACE");
        assertThat(partner.ifMatch(2).post(path(referral) + "/completion", null).problem())
                .isEqualTo("state-conflict");
    }

    @Test
    void only_the_partner_answers_and_only_its_parties_see_a_referral() {
        share(person);
        var referral = refer("LEGAL_AID");
        var decline = Map.of("reason", "NO_PLACE");
        var strangers =
                List.of(
                        Staff.workerOf("hamdasti", "*"),
                        Staff.of("machine", "hamdasti", List.of("partner-api"), "*"));

        for (var who :
                List.of(
                        worker,
                        strangers.getFirst(),
                        strangers.getLast(),
                        Staff.workerOf("", "*"))) {
            for (var step : List.of("/acceptance", "/refusal", "/completion", "/failure")) {
                var body = step.equals("/refusal") ? decline : null;
                var answer = who.ifMatch(1).post(path(referral) + step, body);
                assertThat(answer.status()).as(step).isEqualTo(404);
            }
        }
        for (var who : strangers) {
            assertThat(who.read(path(referral)).status()).isEqualTo(404);
            assertThat(who.read(path(referral)).withoutIds())
                    .isEqualTo(who.read(path(UUID.randomUUID())).withoutIds());
            assertThat(who.read("/api/v1/referrals").body()).doesNotContain(referral.toString());
        }
        assertThat(partner.read("/api/v1/referrals").body()).contains(referral.toString());
        assertThat(partner.read("/api/v1/referrals").body())
                .doesNotContain(person.toString(), family());
        assertThat(partner.post(path(referral) + "/acceptance", null).status()).isEqualTo(428);
        assertThat(partner.ifMatch(5).post(path(referral) + "/acceptance", null).status())
                .isEqualTo(412);
    }

    @Test
    void who_made_it_does_not_see_it_as_the_partner_that_she_works_for_since() {
        share(person);
        var referral = refer("LEGAL_AID");
        var moved = Staff.of("worker-of-umed", PARTNER, List.of("case-worker"), "*");
        var colleague = Staff.workerOf(PARTNER, "*");

        assertThat(moved.read(path(referral)).withoutIds())
                .isEqualTo(moved.read(path(UUID.randomUUID())).withoutIds());
        assertThat(moved.read("/api/v1/referrals").body()).doesNotContain(referral.toString());
        assertThat(colleague.read(path(referral)).status()).isEqualTo(200);
        assertThat(colleague.read("/api/v1/referrals").body()).contains(referral.toString());
    }

    @Test
    void for_health_and_protection_a_colleague_sees_nothing_until_the_case_is_hers() {
        share(person);
        var health = refer("HEALTH");
        var shelter = refer("SHELTER");
        var ordinary = refer("LEGAL_AID");
        var colleague = Staff.of("colleague", "umed", List.of("case-worker"), "*");

        assertThat(listed(worker)).contains(health, shelter, ordinary);
        assertThat(listed(colleague)).containsExactly(ordinary);
        assertThat(colleague.read(path(health)).status()).isEqualTo(404);
        assertThat(colleague.read(path(ordinary)).status()).isEqualTo(200);
        var administrator = List.of("case-worker", "administrator", "protection-officer");
        var all = Staff.of("root", "umed", administrator, "*");
        assertThat(all.read(path(shelter)).status()).isEqualTo(404);

        var file = "/api/v1/beneficiaries/" + person;
        worker.ifMatch(1).post(file + "/hand-over", Map.of("to", "colleague"));
        colleague.ifMatch(2).post(file + "/hand-over/acceptance", null);

        assertThat(listed(colleague)).contains(health, shelter, ordinary);
        assertThat(colleague.read(path(health)).status()).isEqualTo(200);
        assertThat(worker.read(path(health)).status()).isEqualTo(200);
    }

    @Test
    void a_colleague_hears_that_data_is_shared_but_not_with_whom_until_the_case_is_hers() {
        var consent = share(person);
        var one = "/api/v1/consents/" + consent;
        var list = "/api/v1/beneficiaries/" + person + "/consents";
        var colleague = Staff.of("colleague", "umed", List.of("case-worker"), "*");

        for (var path : List.of(one, list)) {
            assertThat(worker.read(path).body()).contains(PARTNER);
            assertThat(colleague.read(path).body())
                    .contains("SHARING_WITH_PARTNER")
                    .doesNotContain(PARTNER);
        }

        var file = "/api/v1/beneficiaries/" + person;
        worker.ifMatch(1).post(file + "/hand-over", Map.of("to", "colleague"));
        colleague.ifMatch(2).post(file + "/hand-over/acceptance", null);

        for (var path : List.of(one, list)) {
            assertThat(colleague.read(path).body()).contains(PARTNER);
            assertThat(worker.read(path).body()).contains(PARTNER);
        }
    }

    @Test
    void of_health_and_protection_a_worker_of_the_partner_who_is_not_cleared_sees_nothing() {
        share(person);
        var shelter = refer("SHELTER");
        var ordinary = refer("LEGAL_AID");
        var uncleared = Staff.of("reception", PARTNER, List.of("case-worker"), "*");

        assertThat(uncleared.read(path(shelter)).status()).isEqualTo(404);
        assertThat(uncleared.ifMatch(1).post(path(shelter) + "/acceptance", null).status())
                .isEqualTo(404);
        assertThat(uncleared.read("/api/v1/referrals").body())
                .contains(ordinary.toString())
                .doesNotContain(shelter.toString());
        assertThat(partner.read("/api/v1/referrals").body())
                .contains(ordinary.toString(), shelter.toString());
    }

    @Test
    void a_completed_referral_for_health_is_on_no_topic() {
        share(person);
        var health = refer("HEALTH");

        partner.ifMatch(1).post(path(health) + "/acceptance", null);
        partner.ifMatch(2).post(path(health) + "/completion", null);

        var seen = worker.read(path(health)).json().path("referral");
        assertThat(seen.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(Database.stored("journal", new Document("_id.a", health)))
                .hasSize(3)
                .noneMatch(entry -> entry.containsKey("events"));
    }

    @Test
    void a_referral_is_made_for_a_person_in_scope_to_somebody_else_and_for_a_day_to_come() {
        share(person);
        var late = new HashMap<>(body("LEGAL_AID"));
        late.put("due", "2020-01-01");
        var own = new HashMap<>(body("LEGAL_AID"));
        own.put("partner", "umed");
        var list = "/api/v1/beneficiaries/" + person + "/referrals";

        assertThat(worker.post(list, late).pointer()).isEqualTo("/due");
        assertThat(worker.post(list, own).pointer()).isEqualTo("/partner");
        assertThat(send(Staff.workerOf("hamdasti", "*"), person, "LEGAL_AID").status())
                .isEqualTo(404);
    }

    @Test
    void pages_of_who_does_not_see_a_referral_do_not_tell_that_there_is_one() {
        share(person);
        refer("SHELTER");
        var older = refer("LEGAL_AID");
        refer("HEALTH");
        var newer = refer("DOCUMENTS");
        refer("SHELTER");
        var colleague = Staff.of("colleague", "umed", List.of("case-worker"), "*");
        var list = "/api/v1/beneficiaries/" + person + "/referrals?limit=1";

        var first = colleague.read(list).json();
        var last = colleague.read(list + "&cursor=" + first.path("next").asString()).json();

        assertThat(first.path("items").path(0).path("id").asString()).isEqualTo(newer.toString());
        assertThat(last.path("items").path(0).path("id").asString()).isEqualTo(older.toString());
        assertThat(last.path("next").isNull()).isTrue();
        var uncleared = Staff.of("reception", PARTNER, List.of("case-worker"), "*");
        assertThat(uncleared.read("/api/v1/referrals?limit=2").json().path("items").size())
                .isEqualTo(2);
        assertThat(listed(worker)).hasSize(5);
    }

    @Test
    void neither_a_note_nor_which_service_it_is_lies_in_the_database_in_plain() {
        share(person);
        refer("SHELTER");

        assertThat(Database.collectionsHolding(NOTE)).isEmpty();
        assertThat(Database.collectionsHolding("SHELTER")).isEmpty();
    }

    private List<UUID> listed(Staff who) {
        return who.read("/api/v1/beneficiaries/" + person + "/referrals")
                .json()
                .path("items")
                .valueStream()
                .map(item -> UUID.fromString(item.path("id").asString()))
                .toList();
    }

    private UUID refer(String service) {
        var answer = send(worker, person, service);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.id();
    }

    private static Answer send(Staff who, UUID person, String service) {
        return who.post("/api/v1/beneficiaries/" + person + "/referrals", body(service));
    }

    private static Map<String, Object> body(String service) {
        return Map.of("service", service, "partner", PARTNER, "due", "2090-01-01", "note", NOTE);
    }

    private UUID share(UUID who) {
        return consent(who, PARTNER);
    }

    private UUID consent(UUID who, String with) {
        var asked =
                worker.post(
                        "/api/v1/beneficiaries/" + who + "/consents",
                        Map.of(
                                "purpose", "SHARING_WITH_PARTNER",
                                "partner", with,
                                "language", "tg",
                                "textVersion", "2026-1"));
        var given =
                worker.ifMatch(1)
                        .post("/api/v1/consents/" + asked.id() + "/agreement", Cases.signed());
        assertThat(given.status()).as(given.toString()).isEqualTo(200);
        return asked.id();
    }

    private String family() {
        JsonNode person = Staff.JSON.valueToTree(somebody);
        return person.path("name").path("family").asString();
    }

    private String telephone() {
        return Staff.JSON.valueToTree(somebody).path("phones").path(0).asString();
    }

    private static String path(UUID referral) {
        return "/api/v1/referrals/" + referral;
    }
}
