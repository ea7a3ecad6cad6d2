package org.homeward.notification.webhook;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param localHosts hosts that may be posted to without TLS and wherever their addresses are; for
 *     the local profile only, elsewhere the service does not start with any
 * @param shortestPause how long an address that takes nothing is left alone at first
 * @param longestPause the most that this grows to
 */
@Validated
@ConfigurationProperties("homeward.webhook")
record WebhookSettings(
        @NotNull @DefaultValue Set<@NotNull String> localHosts,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration shortestPause,
        @DefaultValue("5m") @DurationMin(millis = 2) Duration longestPause) {}
