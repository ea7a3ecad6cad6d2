package org.homeward.beneficiary.erasure;

import java.util.List;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class ErasureProblems {

    @Bean
    ProblemTypes erasureProblemTypes() {
        return ProblemTypes.of(new AnotherDecides(), new OnHold(List.of()), new StillNeeded());
    }
}
