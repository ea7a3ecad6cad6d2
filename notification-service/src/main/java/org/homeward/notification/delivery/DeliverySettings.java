package org.homeward.notification.delivery;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are sent.
 *
 * @param every how often is looked for what is due
 * @param senders how many mails one instance sends at once
 */
@Validated
@ConfigurationProperties("homeward.delivery")
record DeliverySettings(
        @DefaultValue("500ms") @DurationMin(millis = 1) Duration every,
        @DefaultValue("4") @Min(1) @Max(32) int senders) {}
