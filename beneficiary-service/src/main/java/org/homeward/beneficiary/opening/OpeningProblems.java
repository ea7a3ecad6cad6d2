package org.homeward.beneficiary.opening;

import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class OpeningProblems {

    @Bean
    ProblemTypes openingProblemTypes() {
        return ProblemTypes.of(new WithinScope(), new OwnOpening());
    }
}
