package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.homeward.kit.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** A service that has pages too: assets, and errors as a browser should see them. */
class PageTest {

    private static final ConfigurableApplicationContext SERVICE = Sample.start(WithPages.class);

    private final Client browser = Client.of(SERVICE).with("Accept", "text/html,*/*;q=0.8");

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Test
    void assets_with_an_entry_are_served() {
        var answer = browser.get("/assets/sample.css");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("text/css");
        assertThat(browser.get("/assets/other.css").status()).isEqualTo(404);
        assertThat(browser.get("/sample.css").status()).isEqualTo(404);
    }

    @Test
    void a_browser_sees_the_page_of_the_error() {
        var worker = browser.token(TestTokens.shared().of("w", "hope", "worker"));

        assertThat(List.of(browser.get("/nowhere"), worker.get("/api/v1/busy")))
                .extracting(answer -> answer.status() + answer.body())
                .containsExactly("404<h1>404 no-such-endpoint</h1>", "503<h1>503 unavailable</h1>");
        assertThat(worker.get("/api/v1/busy").header("Retry-After")).isEqualTo("7");
        assertThat(worker.get("/api/v1/broken").body()).isEqualTo("<h1>500 internal</h1>");
    }

    @Test
    void a_program_sees_the_problem() {
        assertThat(Client.of(SERVICE).get("/nowhere").problem()).isEqualTo("no-such-endpoint");
    }

    @SpringBootConfiguration(proxyBeanMethods = false)
    @Import(Sample.class)
    static class WithPages {

        @Bean
        ErrorViewResolver pages() {
            return (request, status, model) -> new ModelAndView(page(), model);
        }

        private static View page() {
            return (model, request, response) -> {
                response.setContentType("text/html;charset=UTF-8");
                response.getWriter().write(html(model));
            };
        }

        private static String html(@Nullable Map<String, ?> model) {
            Objects.requireNonNull(model);
            return "<h1>%s %s</h1>".formatted(model.get("status"), model.get("problem"));
        }
    }
}
