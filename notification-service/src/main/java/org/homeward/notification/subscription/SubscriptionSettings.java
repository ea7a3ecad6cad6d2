package org.homeward.notification.subscription;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param silentAfter how long after her last log-in a staff member still hears of cases: nobody
 *     tells this service that somebody was dismissed, but who was does not log in any more
 */
@Validated
@ConfigurationProperties("homeward.subscription")
public record SubscriptionSettings(
        @DefaultValue("30d") @DurationMin(hours = 1) Duration silentAfter) {}
