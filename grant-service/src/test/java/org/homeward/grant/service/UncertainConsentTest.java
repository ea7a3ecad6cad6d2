package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.inbox.Discard;
import org.homeward.kit.test.Answer;
import org.homeward.kit.web.PageRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing rests on a consent of which news may be under way; what waited goes on by itself. */
class UncertainConsentTest {

    private final UUID tailor = UUID.randomUUID();
    private final UUID consent = UUID.randomUUID();
    private UUID fund = tailor;
    private String draft = "";
    private String carried = "";

    @BeforeEach
    void a_draft_and_a_carried_application_of_somebody_who_consents() {
        BeneficiaryService.registers(tailor, "hamdilon", "TJ-KT-SHAHRITUS");
        BeneficiaryService.gives(consent, tailor, null);
        BeneficiaryService.waitForConsent(tailor, true);
        fund = Cases.fund("20000.00");
        draft = Cases.draft(tailor, fund);
        carried = Cases.carried(tailor, fund);
    }

    @Test
    void while_a_withdrawal_lies_unread_nothing_is_done_for_the_person() {
        BeneficiaryService.mumblesAWithdrawal(consent, tailor);
        BeneficiaryService.waitUntilNothingIsCertain(tailor);

        assertNothingIsDone();

        // what it said stays unknown
        discardWhatIsParkedOf(consent);
        assertNothingIsDone();

        BeneficiaryService.gives(UUID.randomUUID(), tailor, null);
        BeneficiaryService.waitForConsent(tailor, true);
        assertThat(approve().status()).isEqualTo(201);
    }

    @Test
    void another_consent_of_which_all_is_known_counts_beside_it() {
        BeneficiaryService.mumblesAWithdrawal(consent, tailor);
        BeneficiaryService.waitUntilNothingIsCertain(tailor);

        BeneficiaryService.gives(UUID.randomUUID(), tailor, null);

        BeneficiaryService.waitForConsent(tailor, true);
        assertThat(approve().status()).isEqualTo(201);
        discardWhatIsParkedOf(consent);
    }

    @Test
    void while_it_is_not_told_how_far_the_topic_is_nothing_is_done_for_anybody() {
        BeneficiaryService.WATERMARKS.fallSilent();
        try {
            BeneficiaryService.waitUntilNothingIsCertain(tailor);

            assertNothingIsDone();
        } finally {
            BeneficiaryService.WATERMARKS.speakAgain();
        }
        BeneficiaryService.waitForConsent(tailor, true);
        assertThat(approve().status()).isEqualTo(201);
    }

    private void assertNothingIsDone() {
        var officer = Staff.grantOfficer();
        var refused =
                List.of(
                        officer.post(Cases.APPLICATIONS, Bodies.application(tailor, fund)),
                        officer.ifMatch(1).put(draft, Bodies.proposal(fund)),
                        officer.ifMatch(1).post(draft + "/submission", null),
                        approve(),
                        officer.read(draft),
                        officer.read(carried + "/submissions"));

        assertThat(refused).extracting(Answer::status).containsOnly(503);
        assertThat(refused).extracting(Answer::problem).containsOnly("unavailable");
        assertThat(refused).extracting(a -> a.header("Retry-After")).containsOnly("5");
        var named = officer.read(Cases.APPLICATIONS + "?beneficiary=" + tailor).json();
        assertThat(named.path("items").isEmpty()).isTrue();
        var listed = officer.read(Cases.APPLICATIONS + "?limit=2").json();
        assertThat(listed.path("items").findValuesAsString("version")).containsExactly("4", "1");
        assertThat(listed.path("items").findValuesAsString("consentMissing"))
                .containsExactly("CASE_MANAGEMENT", "CASE_MANAGEMENT");
        assertThat(
                        Staff.financeOfficer()
                                .get(Cases.FUNDS + "/" + fund)
                                .json()
                                .at("/ledger/reserved/amount")
                                .asString())
                .isEqualTo("0.00");
    }

    private Answer approve() {
        return Staff.programmeManager().ifMatch(4).post(carried + "/approval", null);
    }

    private static void discardWhatIsParkedOf(UUID consent) {
        var parking = RunningService.parking();
        var found =
                parking.list(new PageRequest(100, null)).items().stream()
                        .filter(parked -> ("/consent/" + consent).equals(parked.source()))
                        .toList();
        assertThat(found).hasSize(1);
        parking.discard(
                found.getFirst().id(), new Discard(Discard.Reason.SENT_IN_ERROR, "operator"));
    }
}
