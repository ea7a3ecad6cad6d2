package org.homeward.beneficiary.scorecard;

import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class ScorecardProblems {

    @Bean
    ProblemTypes scorecardProblemTypes() {
        return ProblemTypes.of(new AnotherApprover());
    }
}
