package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.kit.test.DatabaseCommands;
import org.junit.jupiter.api.Test;

class AccessTest {

    @Test
    void a_record_of_another_organisation_looks_exactly_like_one_that_does_not_exist() {
        var application = Cases.submitted();
        var grant = approved(Cases.carried());
        var foreign = Staff.caseWorkerOf("other-partner");

        for (var path : List.of(application, grant)) {
            looksMissing(path, foreign::read);
            assertThat(Staff.caseWorkerOf("hamdilon").read(path).status()).isEqualTo(200);
        }
        assertThat(foreign.get(Cases.APPLICATIONS).json().path("items")).isEmpty();
        assertThat(foreign.get("/api/v1/grants").json().path("items")).isEmpty();
    }

    @Test
    void a_person_out_of_scope_looks_exactly_like_one_that_is_not_known() {
        var tailor = BeneficiaryService.consenting("hamdilon", "TJ-KT-SHAHRITUS");
        var fund = Cases.fund("10000.00");
        var elsewhere = inDistrict("TJ-SU-AYNI");

        var foreign = elsewhere.post(Cases.APPLICATIONS, Bodies.application(tailor, fund));
        var unknown =
                elsewhere.post(Cases.APPLICATIONS, Bodies.application(UUID.randomUUID(), fund));

        assertThat(foreign.status()).isEqualTo(404);
        assertThat(foreign.problem()).isEqualTo("beneficiary-unknown");
        assertThat(foreign.body()).isEqualTo(unknown.body());
        var eligibility = "/api/v1/people/" + tailor + "/eligibility";
        assertThat(elsewhere.get(eligibility).body())
                .isEqualTo(
                        elsewhere
                                .get("/api/v1/people/" + UUID.randomUUID() + "/eligibility")
                                .body());
    }

    @Test
    void commands_on_a_record_out_of_scope_find_nothing_whatever_version_they_name() {
        var application = Cases.submitted();
        var elsewhere =
                Staff.of("manager-in-ayni", "mission", List.of("programme-manager"), "TJ-SU-AYNI");

        assertThat(elsewhere.ifMatch(2).post(application + "/approval", null).status())
                .isEqualTo(404);
        assertThat(elsewhere.post(application + "/approval", null).status()).isEqualTo(404);
        assertThat(elsewhere.ifMatch(7).post(application + "/approval", null).status())
                .isEqualTo(404);
        looksMissing(application, path -> elsewhere.ifMatch(2).post(path + "/approval", null));
        looksMissing(
                application,
                path -> elsewhere.ifMatch(2).post(path + "/rejection", Bodies.rejection()));
    }

    /** By its answer and by what the database is asked for it. */
    private static void looksMissing(String path, Function<String, Staff.Answer> call) {
        var unknown = path.replaceAll("[^/]+$", UUID.randomUUID().toString());
        var seen = DatabaseCommands.during(() -> call.apply(path));
        var missing = DatabaseCommands.during(() -> call.apply(unknown));

        assertThat(seen.answer().status()).isEqualTo(404);
        assertThat(seen.answer().body()).isEqualTo(missing.answer().body());
        assertThat(withoutDate(seen.answer())).isEqualTo(withoutDate(missing.answer()));
        assertThat(seen.commands()).isNotEmpty().isEqualTo(missing.commands());
    }

    @Test
    void what_was_written_in_free_words_is_read_for_a_purpose_only() {
        var application = Cases.submitted();

        var without = Staff.grantOfficer().get(application);
        var curious = Staff.grantOfficer().with("Homeward-Purpose", "curiosity").get(application);

        assertThat(without.problem()).isEqualTo("purpose-required");
        assertThat(curious.problem()).isEqualTo("purpose-required");
        assertThat(Staff.grantOfficer().get(Cases.APPLICATIONS).body())
                .doesNotContain(Bodies.ACTIVITY, Bodies.ITEM);
    }

    private static String approved(String application) {
        return Staff.programmeManager().ifMatch(4).post(application + "/approval", null).location();
    }

    private static Staff inDistrict(String district) {
        return Staff.of("officer-in-" + district, "mission", List.of("grant-officer"), district);
    }

    private static List<String> withoutDate(Staff.Answer answer) {
        return answer.response().headers().map().entrySet().stream()
                .filter(h -> !h.getKey().equalsIgnoreCase("date"))
                .filter(h -> !h.getKey().equalsIgnoreCase("correlation-id"))
                .map(Object::toString)
                .sorted()
                .toList();
    }
}
