package org.homeward.beneficiary;

import org.homeward.beneficiary.activity.ActivityTypes;
import org.homeward.beneficiary.assessment.AssessmentTypes;
import org.homeward.beneficiary.consent.ConsentTypes;
import org.homeward.beneficiary.denial.DenialTypes;
import org.homeward.beneficiary.erasure.ErasureTypes;
import org.homeward.beneficiary.evidence.EvidenceTypes;
import org.homeward.beneficiary.hold.HoldTypes;
import org.homeward.beneficiary.household.HouseholdTypes;
import org.homeward.beneficiary.opening.OpeningTypes;
import org.homeward.beneficiary.programme.ProgrammeTypes;
import org.homeward.beneficiary.referral.ReferralTypes;
import org.homeward.beneficiary.registration.RegistrationTypes;
import org.homeward.beneficiary.retention.RetentionTypes;
import org.homeward.beneficiary.scorecard.ScorecardTypes;
import org.homeward.beneficiary.selection.SelectionTypes;
import org.homeward.kit.mongo.StoredTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Everything this service stores, by the names it has in the database. */
@Configuration
class StoredConfiguration {

    @Bean
    StoredTypes storedTypes() {
        var types = StoredTypes.builder();
        RegistrationTypes.declare(types);
        ConsentTypes.declare(types);
        ProgrammeTypes.declare(types);
        ScorecardTypes.declare(types);
        AssessmentTypes.declare(types);
        SelectionTypes.declare(types);
        HouseholdTypes.declare(types);
        EvidenceTypes.declare(types);
        ReferralTypes.declare(types);
        ActivityTypes.declare(types);
        OpeningTypes.declare(types);
        DenialTypes.declare(types);
        HoldTypes.declare(types);
        ErasureTypes.declare(types);
        RetentionTypes.declare(types);
        return types.build();
    }
}
