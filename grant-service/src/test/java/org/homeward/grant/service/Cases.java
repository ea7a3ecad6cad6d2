package org.homeward.grant.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** Brings funds and applications to where a test begins. */
final class Cases {

    static final String FUNDS = "/api/v1/funds";
    static final String APPLICATIONS = "/api/v1/applications";

    private Cases() {}

    /** With a committee. */
    static UUID fund(String ceiling) {
        var fund = fundWithoutCommittee(ceiling);
        made(Staff.programmeManager().post(FUNDS + "/" + fund + "/committee", Bodies.committee()));
        return fund;
    }

    static UUID fundWithoutCommittee(String ceiling) {
        return made(Staff.financeOfficer().post(FUNDS, Bodies.fund(ceiling)));
    }

    static String draft(UUID beneficiary, UUID fund) {
        return made(
                Staff.grantOfficer().post(APPLICATIONS, Bodies.application(beneficiary, fund)),
                APPLICATIONS);
    }

    /** Its path; it is at version 2. */
    static String submitted(UUID beneficiary, UUID fund) {
        var path = draft(beneficiary, fund);
        var answer = Staff.grantOfficer().ifMatch(1).post(path + "/submission", null);
        assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        return path;
    }

    static String submitted() {
        return submitted(BeneficiaryService.consentingTailor(), fund("10000.00"));
    }

    /** Its path; the committee has voted for it, and it is at version 4. */
    static String carried(UUID beneficiary, UUID fund) {
        return voted(submitted(beneficiary, fund), "FOR");
    }

    static String carried() {
        return voted(submitted(), "FOR");
    }

    /** As many votes as the quorum needs. */
    static String voted(String application, String ballot) {
        for (int member = 1; member <= 2; member++) {
            var answer = Staff.member(member).post(application + "/votes", Bodies.vote(ballot));
            assertThat(answer.status()).as("%s", answer).isEqualTo(200);
        }
        return application;
    }

    static UUID idOf(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    private static UUID made(Staff.Answer answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.id();
    }

    private static String made(Staff.Answer answer, String collection) {
        return collection + "/" + made(answer);
    }
}
