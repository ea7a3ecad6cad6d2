package org.homeward.grant.committee;

import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class CommitteeProblems {

    @Bean
    ProblemTypes committeeProblemTypes() {
        return ProblemTypes.of(new CommitteeImpossible(), new CommitteeMissing(), new OwnSeat());
    }
}
