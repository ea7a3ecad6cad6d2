package org.homeward.grant.fund;

import org.homeward.grant.money.AmountTooLarge;
import org.homeward.grant.money.Currency;
import org.homeward.grant.money.CurrencyDiffers;
import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What this feature refuses, for the published catalogue. */
@Configuration(proxyBeanMethods = false)
class FundProblems {

    @Bean
    ProblemTypes fundProblemTypes() {
        return ProblemTypes.of(
                new FundExhausted(),
                new FundUnknown(),
                new CeilingBelowUse(),
                new AmountTooLarge(),
                new CurrencyDiffers(Currency.TJS));
    }
}
