package org.homeward.notification.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param from address of the mission that mails come from
 */
@Validated
@ConfigurationProperties("homeward.mail")
record MailSettings(@NotBlank @Email @DefaultValue("no-reply@homeward.example") String from) {}
