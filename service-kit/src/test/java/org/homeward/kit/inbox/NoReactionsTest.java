package org.homeward.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.kit.access.AccessConfiguration;
import org.homeward.kit.security.SecurityConfiguration;
import org.homeward.kit.test.Backends;
import org.homeward.kit.web.OpenApiConfiguration;
import org.homeward.kit.web.WebConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.cloud.stream.binding.BindingService;

class NoReactionsTest {

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                WebConfiguration.class,
                SecurityConfiguration.class,
                AccessConfiguration.class,
                OpenApiConfiguration.class
            })
    static class Application {}

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void a_service_without_reactions_starts_and_reads_nothing(CapturedOutput log) {
        String name = Backends.freshDatabase();

        try (var service =
                new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.NONE)
                        .run(
                                "--spring.config.import=classpath:kit-inbox.yml",
                                "--spring.application.name=" + name,
                                "--spring.mongodb.uri=" + Backends.shared().mongoUri(name),
                                "--management.otlp.metrics.export.enabled=false")) {

            assertThat(service.getBeanProvider(Inbox.class).stream()).isEmpty();
            assertThat(log).contains("No active profile set").doesNotContain("is not valid");
            assertThat(service.getBean(BindingService.class).getConsumerBindingNames()).isEmpty();
        }
    }
}
