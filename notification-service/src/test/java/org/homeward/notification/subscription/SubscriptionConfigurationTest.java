package org.homeward.notification.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.kit.test.Catalogued;
import org.junit.jupiter.api.Test;

class SubscriptionConfigurationTest {

    @Test
    void every_problem_of_the_service_is_published() {
        var published = new SubscriptionConfiguration().subscriptionProblems();

        assertThat(Catalogued.missing("org.homeward.notification", published)).isEmpty();
    }
}
