package org.homeward.notification.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param from address that mails come from; a beneficiary's family sees it and its domain in the
 *     Message-ID, so it must not tell what the mission does
 * @param shortestPause how long a mail server that is away is left alone at first
 * @param longestPause the most that this grows to
 */
@Validated
@ConfigurationProperties("homeward.mail")
record MailSettings(
        @NotBlank @Email @DefaultValue("no-reply@mail.example") String from,
        @DefaultValue("1s") @DurationMin(millis = 1) Duration shortestPause,
        @DefaultValue("30s") @DurationMin(millis = 2) Duration longestPause) {}
