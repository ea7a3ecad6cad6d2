package org.homeward.grant.application;

import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class ApplicationProblems {

    @Bean
    ProblemTypes applicationProblemTypes() {
        return ProblemTypes.of(
                new NothingRequested(),
                new ApplicationOpen(),
                new OwnJudges(),
                new OwnApplication(),
                new Recused(Conflict.DECLARED),
                new AnotherSubmission(2),
                new AlreadyVoted(),
                new VoterDecides(),
                new OwnCommittee(),
                new QuorumMissing(new Standing(2, 1, 0)),
                new NotCarried(),
                new RevisionsExhausted());
    }
}
