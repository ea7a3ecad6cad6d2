package org.homeward.beneficiary.contact;

import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class ContactProblems {

    @Bean
    ProblemTypes contactProblemTypes() {
        return ProblemTypes.of(new ContactNotConsented());
    }
}
