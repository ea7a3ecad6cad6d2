package org.homeward.beneficiary.activity;

import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class ActivityProblems {

    @Bean
    ProblemTypes activityProblemTypes() {
        return ProblemTypes.of(new NotHeldYet());
    }
}
