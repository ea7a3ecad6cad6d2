package org.homeward.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

class MailConfigurationTest {

    private static final String STARTTLS = "spring.mail.properties.mail.smtp.starttls.";

    @Test
    void where_people_are_really_served_mails_are_not_caught() {
        assertThatThrownBy(() -> new MailConfiguration("mail", of("production")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("spring.mail.host");
        assertThatCode(() -> new MailConfiguration("mail.example.org", of("production")))
                .doesNotThrowAnyException();
        assertThatCode(() -> new MailConfiguration("mail", of("demo"))).doesNotThrowAnyException();
    }

    @Test
    void where_people_are_really_served_no_mail_leaves_unencrypted() throws IOException {
        var settings = settings("production");

        assertThat(settings.getProperty(STARTTLS + "enable")).isEqualTo("true");
        assertThat(settings.getProperty(STARTTLS + "required")).isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "demo", "test"})
    void the_catcher_which_speaks_no_tls_is_good_for_the_rest(String profile) throws IOException {
        assertThat(settings(profile).getProperty(STARTTLS + "required")).isNull();
    }

    private static ConfigurableEnvironment settings(String profile) throws IOException {
        var environment = of(profile);
        var file = new ClassPathResource("application.yml");
        for (var document : new YamlPropertySourceLoader().load("application", file)) {
            Object condition = document.getProperty("spring.config.activate.on-profile");
            if (condition == null || environment.acceptsProfiles(Profiles.of("" + condition))) {
                environment.getPropertySources().addFirst(document);
            }
        }
        return environment;
    }

    private static ConfigurableEnvironment of(String profile) {
        var environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        return environment;
    }
}
