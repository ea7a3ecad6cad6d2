package org.homeward.beneficiary.registration;

import java.util.List;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class RegistrationProblems {

    @Bean
    ProblemTypes registrationProblemTypes() {
        return ProblemTypes.of(
                new SearchNeeded(),
                new NotTheSamePerson(List.of()),
                new DistrictOutOfScope(),
                new OrganisationNeeded(),
                new NotYourCase());
    }
}
