package org.homeward.beneficiary.consent;

import java.time.Instant;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class ConsentProblems {

    @Bean
    ProblemTypes consentProblemTypes() {
        return ProblemTypes.of(
                new CoolingOff(Instant.EPOCH),
                new TextNeeded(),
                new AnotherWitness(),
                new AskedEnough(ConsentPurpose.CASE_MANAGEMENT),
                new ConsentMissing(ConsentPurpose.CASE_MANAGEMENT));
    }
}
