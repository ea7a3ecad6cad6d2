package org.homeward.grant.service;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.beneficiary.BeneficiaryDroppedOut;
import org.homeward.contracts.beneficiary.BeneficiarySelected;
import org.homeward.contracts.beneficiary.SelectionOpened;
import org.homeward.contracts.beneficiary.SelectionWithdrawn;
import org.homeward.kit.test.MongoForTest;
import org.junit.jupiter.api.Test;

class SelectionTest {

    private static final String PROGRAMME = "WOMEN-26";

    private final UUID round = UUID.randomUUID();
    private final UUID place = UUID.randomUUID();
    private final UUID woman = BeneficiaryService.consentingTailor();
    private final UUID stranger = BeneficiaryService.consentingTailor();

    @Test
    void a_programme_that_selects_grants_to_whom_it_selected_until_she_drops_out() {
        var fund = Cases.fundOf(PROGRAMME);
        BeneficiaryService.tell("round", round, new SelectionOpened(round, PROGRAMME));
        BeneficiaryService.tell(
                "place", place, new BeneficiarySelected(place, woman, round, PROGRAMME));
        BeneficiaryService.waitForSelection(woman, List.of(PROGRAMME));
        var officer = Staff.grantOfficer();
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                officer.post(Cases.APPLICATIONS, Bodies.application(stranger, fund))
                                                .status()
                                        == 409);
        var refused = officer.post(Cases.APPLICATIONS, Bodies.application(stranger, fund));
        assertThat(refused.problem()).isEqualTo("not-selected");
        assertThat(refused.json().path("programme").asString()).isEqualTo(PROGRAMME);

        var carried = Cases.carried(woman, fund);
        var draft = Cases.draft(woman, fund);
        BeneficiaryService.tell(
                "place", place, new BeneficiaryDroppedOut(place, woman, round, PROGRAMME));
        BeneficiaryService.waitForSelection(woman, List.of());

        assertThat(Staff.programmeManager().ifMatch(4).post(carried + "/approval", null).problem())
                .isEqualTo("not-selected");
        assertThat(officer.ifMatch(1).post(draft + "/submission", null).problem())
                .isEqualTo("not-selected");
        assertThat(officer.ifMatch(1).put(draft, Bodies.proposal(fund)).problem())
                .isEqualTo("not-selected");
        assertThat(officer.ifMatch(1).put(draft, Bodies.proposal(Cases.fund("10000.00"))).status())
                .as("for money of a programme that selects nobody")
                .isEqualTo(200);
    }

    @Test
    void a_programme_grants_to_whoever_consents_again_once_each_of_its_rounds_was_withdrawn() {
        var programme = "MISTAKEN-26";
        var fund = Cases.fundOf(programme);
        var other = UUID.randomUUID();
        BeneficiaryService.tell("round", round, new SelectionOpened(round, programme));
        BeneficiaryService.tell("round", other, new SelectionOpened(other, programme));
        await().atMost(Duration.ofSeconds(60)).until(() -> rounds(round).contains(other));
        assertThat(apply(fund).problem()).isEqualTo("not-selected");

        BeneficiaryService.tell("round", other, new SelectionWithdrawn(other, programme));
        await().atMost(Duration.ofSeconds(60)).until(() -> rounds(round).equals(List.of(round)));
        assertThat(apply(fund).problem()).isEqualTo("not-selected");

        BeneficiaryService.tell("round", round, new SelectionWithdrawn(round, programme));
        await().atMost(Duration.ofSeconds(60)).until(() -> apply(fund).status() == 201);
    }

    /** What the service knows of the rounds of the programme that opened this one. */
    private static List<UUID> rounds(UUID round) {
        try (var mongo = MongoForTest.client(RunningService.mongoUri())) {
            var found =
                    mongo.getDatabase(RunningService.database())
                            .getCollection("selecting_programmes")
                            .find(eq("rounds", round))
                            .first();
            return found == null ? List.of() : found.getList("rounds", UUID.class);
        }
    }

    private Staff.Answer apply(UUID fund) {
        return Staff.grantOfficer().post(Cases.APPLICATIONS, Bodies.application(stranger, fund));
    }
}
