package org.homeward.grant.application;

import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class ApplicationProblems {

    @Bean
    ProblemTypes applicationProblemTypes() {
        return ProblemTypes.of(new NothingRequested(), new OwnApplication());
    }
}
