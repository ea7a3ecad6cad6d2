package org.homeward.grant.inkind;

import java.time.LocalDate;
import java.util.List;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class GrantProblems {

    @Bean
    ProblemTypes grantProblemTypes() {
        return ProblemTypes.of(
                new PriceAboveGrant(),
                new OwnOrder(),
                new OwnPurchase(),
                new OwnReturn(),
                new SerialNumbersNeeded(2),
                new EvidenceUsed(),
                new OwnApproval(),
                new OwnVisit(),
                new RentNotDue(RentNotDue.Because.TOO_EARLY, LocalDate.EPOCH),
                new AlreadyVisited(),
                new VisitOutOfTime(LocalDate.EPOCH),
                new GrantUnfinished(List.of(Unfinished.VISITS)));
    }
}
