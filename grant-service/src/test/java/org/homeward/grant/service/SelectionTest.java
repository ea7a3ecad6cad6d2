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
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.test.NeighbourEvents;
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
        NeighbourEvents.tell("round", round, new SelectionOpened(round, PROGRAMME));
        waitForAnswer(409, stranger, fund);
        NeighbourEvents.tell(
                "place", place, new BeneficiarySelected(place, woman, round, PROGRAMME));
        waitForAnswer(201, woman, fund);
        var officer = Staff.grantOfficer();
        var refused = apply(stranger, fund);
        assertThat(refused.problem()).isEqualTo("not-selected");
        assertThat(refused.json().path("programme").asString()).isEqualTo(PROGRAMME);

        var carried = Cases.carried(woman, fund);
        var draft = Cases.draft(woman, fund);
        NeighbourEvents.tell(
                "place", place, new BeneficiaryDroppedOut(place, woman, round, PROGRAMME));
        waitForAnswer(409, woman, fund);

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
    void a_place_tells_that_its_programme_selects_though_nothing_told_of_an_opening() {
        var programme = "SKILLS-26";
        var fund = Cases.fundOf(programme);
        assertThat(apply(stranger, fund).status()).isEqualTo(201);

        NeighbourEvents.tell(
                "place", place, new BeneficiarySelected(place, woman, round, programme));
        waitForAnswer(409, stranger, fund);
        assertThat(apply(stranger, fund).problem()).isEqualTo("not-selected");
        assertThat(apply(woman, fund).status()).isEqualTo(201);

        NeighbourEvents.tell(
                "place", place, new BeneficiaryDroppedOut(place, woman, round, programme));
        waitForAnswer(409, woman, fund);
        assertThat(apply(stranger, fund).problem())
                .as("also when nobody holds it any more")
                .isEqualTo("not-selected");
    }

    @Test
    void a_programme_grants_to_whoever_consents_again_once_each_round_was_withdrawn_for_good() {
        var programme = "MISTAKEN-26";
        var fund = Cases.fundOf(programme);
        var other = UUID.randomUUID();
        NeighbourEvents.tell("round", round, new SelectionOpened(round, programme));
        NeighbourEvents.tell("round", other, new SelectionOpened(other, programme));
        await().atMost(Duration.ofSeconds(60)).until(() -> rounds(round).contains(other));
        assertThat(apply(stranger, fund).problem()).isEqualTo("not-selected");

        NeighbourEvents.tell("round", other, new SelectionWithdrawn(other, programme, false));
        await().atMost(Duration.ofSeconds(60)).until(() -> rounds(round).equals(List.of(round)));
        assertThat(apply(stranger, fund).problem()).isEqualTo("not-selected");

        NeighbourEvents.tell("round", round, new SelectionWithdrawn(round, programme, false));
        await().atMost(Duration.ofSeconds(60)).until(() -> apply(stranger, fund).status() == 201);
    }

    @Test
    void a_programme_whose_round_was_withdrawn_for_its_quota_goes_on_selecting() {
        var programme = "QUOTA-26";
        var fund = Cases.fundOf(programme);

        // alone it tells as well that the programme selects
        NeighbourEvents.tell("round", round, new SelectionWithdrawn(round, programme, true));
        waitForAnswer(409, stranger, fund);

        assertThat(apply(stranger, fund).problem()).isEqualTo("not-selected");
    }

    /** What the service knows of the rounds of the programme that opened this one. */
    private static List<UUID> rounds(UUID round) {
        try (var mongo = MongoForTest.client(RunningService.mongoUri())) {
            var found =
                    mongo.getDatabase(RunningService.database())
                            .getCollection("programmes")
                            .find(eq("rounds", round))
                            .first();
            return found == null ? List.of() : found.getList("rounds", UUID.class);
        }
    }

    private static void waitForAnswer(int status, UUID person, UUID fund) {
        await().atMost(Duration.ofSeconds(60)).until(() -> apply(person, fund).status() == status);
    }

    private static Answer apply(UUID person, UUID fund) {
        return Staff.grantOfficer().post(Cases.APPLICATIONS, Bodies.application(person, fund));
    }
}
