package org.homeward.beneficiary.selection;

import org.homeward.beneficiary.programme.ProtectedProgramme;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class SelectionProblems {

    @Bean
    ProblemTypes selectionProblemTypes() {
        return ProblemTypes.of(
                new AnotherConfirms(),
                new AnotherWithdraws(),
                new HolderTwice(),
                new NotYet(),
                new ProtectedProgramme());
    }
}
