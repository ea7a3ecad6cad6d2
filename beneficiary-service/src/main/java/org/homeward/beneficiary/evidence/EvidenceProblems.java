package org.homeward.beneficiary.evidence;

import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class EvidenceProblems {

    @Bean
    ProblemTypes evidenceProblemTypes() {
        return ProblemTypes.of(new EvidenceVoided(), new AnotherVoids());
    }
}
