package org.homeward.notification.mail;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

@Configuration(proxyBeanMethods = false)
class MailConfiguration {

    /** In docker-compose.yml: takes every mail, shows it to anybody and sends it to nobody. */
    private static final String CATCHER = "mail";

    /**
     * @throws IllegalStateException when mails are caught where people are really served
     */
    MailConfiguration(@Value("${spring.mail.host}") String host, Environment environment) {
        if (host.equals(CATCHER)
                && !environment.acceptsProfiles(Profiles.of("local | demo | test"))) {
            throw new IllegalStateException(
                    "spring.mail.host is the catcher, which sends nothing: name a mail server");
        }
    }
}
