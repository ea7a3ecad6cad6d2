package org.homeward.grant.people;

import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class PeopleProblems {

    @Bean
    ProblemTypes peopleProblemTypes() {
        return ProblemTypes.of(
                new BeneficiaryUnknown(),
                new ConsentMissing(),
                new NotSelected("WOMEN-26"),
                new PersonErased(),
                new ProgrammeUnknown());
    }
}
