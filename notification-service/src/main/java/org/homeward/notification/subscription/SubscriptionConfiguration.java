package org.homeward.notification.subscription;

import org.homeward.kit.web.ProblemTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubscriptionConfiguration {

    @Bean
    ProblemTypes subscriptionProblems() {
        return ProblemTypes.of(new EmailNotVerified());
    }
}
