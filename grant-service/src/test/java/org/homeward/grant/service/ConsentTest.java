package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.contracts.beneficiary.AgeBand;
import org.homeward.contracts.beneficiary.BeneficiaryCorrected;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.NeighbourEvents;
import org.junit.jupiter.api.Test;

class ConsentTest {

    private static final String HAMDILON = "hamdilon";
    private static final String SHAHRITUS = "TJ-KT-SHAHRITUS";

    @Test
    void a_consent_may_be_known_before_its_person() {
        var tailor = UUID.randomUUID();
        BeneficiaryService.gives(UUID.randomUUID(), tailor, null);
        var other = BeneficiaryService.consenting(HAMDILON, SHAHRITUS);
        assertThat(other).isNotNull();

        BeneficiaryService.registers(tailor, HAMDILON, SHAHRITUS);

        BeneficiaryService.waitForConsent(tailor, true);
        assertThat(write(tailor).status()).isEqualTo(201);
    }

    @Test
    void without_a_consent_to_case_management_nothing_is_written() {
        var tailor = UUID.randomUUID();
        BeneficiaryService.gives(
                UUID.randomUUID(), ConsentPurpose.SHARING_WITH_DONOR, tailor, null);
        BeneficiaryService.registers(tailor, HAMDILON, SHAHRITUS);
        BeneficiaryService.waitForConsent(tailor, false);

        var answer = write(tailor);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("consent-missing");
        assertThat(answer.json().path("purpose").asString()).isEqualTo("CASE_MANAGEMENT");
    }

    @Test
    void a_consent_withdrawn_meanwhile_stops_edit_submission_and_approval_but_not_a_rejection() {
        var tailor = UUID.randomUUID();
        var consent = UUID.randomUUID();
        BeneficiaryService.registers(tailor, HAMDILON, SHAHRITUS);
        BeneficiaryService.gives(consent, tailor, null);
        BeneficiaryService.waitForConsent(tailor, true);
        var fund = Cases.fund("20000.00");
        var draft = Cases.draft(tailor, fund);
        var submitted = Cases.carried(tailor, fund);

        BeneficiaryService.withdraws(consent, tailor);
        BeneficiaryService.waitForConsent(tailor, false);

        assertThat(Staff.grantOfficer().ifMatch(1).put(draft, Bodies.proposal(fund)).problem())
                .isEqualTo("consent-missing");
        assertThat(Staff.grantOfficer().ifMatch(1).post(draft + "/submission", null).problem())
                .isEqualTo("consent-missing");
        assertThat(
                        Staff.programmeManager()
                                .ifMatch(4)
                                .post(submitted + "/approval", null)
                                .problem())
                .isEqualTo("consent-missing");
        assertThat(
                        Staff.programmeManager()
                                .ifMatch(4)
                                .post(submitted + "/rejection", Bodies.rejection())
                                .status())
                .isEqualTo(200);
    }

    @Test
    void a_new_consent_after_a_withdrawal_counts() {
        var tailor = UUID.randomUUID();
        var withdrawn = UUID.randomUUID();
        BeneficiaryService.registers(tailor, HAMDILON, SHAHRITUS);
        BeneficiaryService.gives(withdrawn, tailor, null);
        BeneficiaryService.withdraws(withdrawn, tailor);
        BeneficiaryService.gives(UUID.randomUUID(), tailor, null);

        BeneficiaryService.waitForConsent(tailor, true);
    }

    @Test
    void a_consent_holds_through_its_last_day_in_dushanbe() {
        var today =
                LocalDate.parse(
                        Staff.in("administrator")
                                .get("/local/v1/programme-clock")
                                .json()
                                .path("today")
                                .asString());
        var ended = UUID.randomUUID();
        var lasting = UUID.randomUUID();
        BeneficiaryService.registers(ended, HAMDILON, SHAHRITUS);
        BeneficiaryService.registers(lasting, HAMDILON, SHAHRITUS);
        BeneficiaryService.gives(UUID.randomUUID(), ended, today.minusDays(1));
        BeneficiaryService.gives(UUID.randomUUID(), lasting, today.plusDays(1));

        BeneficiaryService.waitForConsent(lasting, true);
        BeneficiaryService.waitForConsent(ended, false);
    }

    @Test
    void an_application_belongs_to_where_the_person_is_known_to_live_now() {
        var tailor = BeneficiaryService.consenting(HAMDILON, SHAHRITUS);
        NeighbourEvents.tell(
                "beneficiary",
                tailor,
                new BeneficiaryCorrected(
                        tailor, HAMDILON, "TJ-KT-VOSE", Sex.MALE, AgeBand.FROM_25_TO_59));
        var later = BeneficiaryService.consenting(HAMDILON, SHAHRITUS);
        assertThat(later).isNotNull();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> {
                            var written = write(tailor);
                            assertThat(
                                            Staff.grantOfficer()
                                                    .read(Cases.APPLICATIONS + "/" + written.id())
                                                    .json()
                                                    .path("district")
                                                    .asString())
                                    .isEqualTo("TJ-KT-VOSE");
                        });
    }

    private static Answer write(UUID beneficiary) {
        return Staff.grantOfficer()
                .post(Cases.APPLICATIONS, Bodies.application(beneficiary, Cases.fund("10000.00")));
    }
}
