package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.kit.test.Answer;
import org.junit.jupiter.api.Test;

/** Who answers for a case, and how it changes hands. */
class CaseOwnerTest {

    private final Staff owner = worker("nigora", "umed", "*");
    private final Staff other = worker("farhod", "umed", "*");
    private final UUID person = Cases.registered(owner, Cases.somebody());
    private final String path = "/api/v1/beneficiaries/" + person;

    @Test
    void who_registers_a_person_has_the_case_until_another_accepts_it() {
        assertThat(hands()).containsExactly("nigora", "nobody");

        assertThat(offer(owner.ifMatch(1), "farhod").status()).isEqualTo(200);
        assertThat(hands()).containsExactly("nigora", "farhod");
        var accepted = other.ifMatch(2).post(path + "/hand-over/acceptance", null);

        assertThat(accepted.status()).as(accepted.toString()).isEqualTo(200);
        assertThat(hands()).containsExactly("farhod", "nobody");
        assertThat(Database.told(person))
                .filteredOn(event -> event.has("owner"))
                .containsExactly(
                        Staff.JSON.valueToTree(
                                Map.of("beneficiary", person, "owner", Staff.pseudonym("nigora"))),
                        Staff.JSON.valueToTree(
                                Map.of("beneficiary", person, "owner", Staff.pseudonym("farhod"))));
    }

    @Test
    void nobody_else_offers_or_takes_a_case_in_whatever_role() {
        var both = List.of("case-worker", "administrator");
        var all = Staff.of("root", "umed", both, "*");

        assertThat(offer(other.ifMatch(1), "farhod").problem()).isEqualTo("not-your-case");
        assertThat(offer(all.ifMatch(1), "root").problem()).isEqualTo("not-your-case");
        assertThat(owner.ifMatch(1).post(path + "/hand-over/acceptance", null).problem())
                .isEqualTo("state-conflict");
        offer(owner.ifMatch(1), "farhod");

        for (var who : List.of(owner, all, worker("third", "umed", "*"))) {
            assertThat(who.ifMatch(2).post(path + "/hand-over/acceptance", null).problem())
                    .isEqualTo("not-your-case");
        }
        assertThat(all.ifMatch(2).post(path + "/hand-over/refusal", null).problem())
                .isEqualTo("not-your-case");
        assertThat(hands()).containsExactly("nigora", "farhod");
    }

    @Test
    void a_case_goes_to_nobody_of_another_organisation_or_district() {
        offer(owner.ifMatch(1), "elsewhere");

        for (var foreign :
                List.of(
                        worker("elsewhere", "hamdasti", "*"),
                        worker("elsewhere", "umed", "TJ-KT-VOSE"))) {
            assertThat(foreign.ifMatch(2).post(path + "/hand-over/acceptance", null).status())
                    .isEqualTo(404);
        }
        assertThat(hands()).containsExactly("nigora", "elsewhere");
    }

    @Test
    void an_offer_is_refused_or_taken_back_and_each_step_needs_the_version_seen() {
        assertThat(offer(owner, "farhod").status()).isEqualTo(428);
        offer(owner.ifMatch(1), "farhod");
        assertThat(other.ifMatch(1).post(path + "/hand-over/acceptance", null).status())
                .isEqualTo(412);

        assertThat(other.ifMatch(2).post(path + "/hand-over/refusal", null).status())
                .isEqualTo(200);
        assertThat(hands()).containsExactly("nigora", "nobody");
        offer(owner.ifMatch(3), "farhod");
        assertThat(owner.ifMatch(4).post(path + "/hand-over/refusal", null).status())
                .isEqualTo(200);
        assertThat(hands()).containsExactly("nigora", "nobody");
    }

    @Test
    void the_case_of_a_worker_who_is_gone_is_offered_by_a_programme_manager() {
        var manager = Staff.in("programme-manager");
        var seen = manager.get(path + "/hand-over");

        assertThat(seen.json().propertyNames())
                .containsExactlyInAnyOrder("id", "version", "owner", "offeredTo");
        assertThat(seen.json().path("owner").asString()).isEqualTo("nigora");
        assertThat(manager.get("/api/v1/beneficiaries/" + person).status()).isEqualTo(403);
        var version = seen.json().path("version").asLong();
        assertThat(offer(manager.ifMatch(version), "farhod").status()).isEqualTo(200);
        assertThat(manager.get(path + "/hand-over").json().path("offeredTo").asString())
                .isEqualTo("farhod");
        assertThat(manager.ifMatch(2).post(path + "/hand-over/acceptance", null).status())
                .isEqualTo(403);
        assertThat(other.ifMatch(2).post(path + "/hand-over/acceptance", null).status())
                .isEqualTo(200);
    }

    @Test
    void in_whose_hands_a_case_is_is_told_within_scope_only() {
        for (var foreign :
                List.of(
                        worker("elsewhere", "hamdasti", "*"),
                        worker("elsewhere", "umed", "TJ-KT-VOSE"))) {
            assertThat(foreign.get(path + "/hand-over").status()).isEqualTo(404);
        }
    }

    private Answer offer(Staff by, String to) {
        return by.post(path + "/hand-over", Map.of("to", to));
    }

    /** Who has it and whom it is offered to, as the file says. */
    private List<String> hands() {
        var file = owner.read(path).json();
        var to = file.path("offeredTo");
        return List.of(file.path("owner").asString(), to.isString() ? to.asString() : "nobody");
    }

    private static Staff worker(String subject, String organisation, String... districts) {
        return Staff.of(subject, organisation, List.of("case-worker"), districts);
    }
}
