package org.homeward.beneficiary.household;

import java.util.List;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class HouseholdProblems {

    @Bean
    ProblemTypes householdProblemTypes() {
        return ProblemTypes.of(new OneHousehold(), new HouseholdUnreadable(List.of()));
    }
}
