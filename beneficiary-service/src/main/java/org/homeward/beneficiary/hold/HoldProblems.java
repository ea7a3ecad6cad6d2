package org.homeward.beneficiary.hold;

import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class HoldProblems {

    @Bean
    ProblemTypes holdProblemTypes() {
        return ProblemTypes.of(new AnotherLifts());
    }
}
