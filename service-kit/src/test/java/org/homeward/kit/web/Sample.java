package org.homeward.kit.web;

import com.mongodb.MongoTimeoutException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.kit.access.ForPurpose;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.test.TestTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service of its own with one controller, to try the conventions on. */
@SpringBootConfiguration(proxyBeanMethods = false)
@Import({WithoutBackends.class, Sample.Things.class})
class Sample {

    /** The one origin whose pages may read answers. */
    static final String ORIGIN = "https://staff.example.org";

    static ConfigurableApplicationContext start(String... settings) {
        return start(Sample.class, settings);
    }

    /**
     * @param service this or what imports it
     */
    static ConfigurableApplicationContext start(Class<?> service, String... settings) {
        return new SpringApplicationBuilder(service)
                .registerShutdownHook(false)
                .properties(
                        "spring.application.name=sample-service",
                        "spring.config.import=classpath:kit-web.yml",
                        "homeward.web.access-table=classpath:org/homeward/kit/web/access.yaml",
                        "spring.mvc.static-path-pattern=/assets/**",
                        "homeward.web.origins=" + ORIGIN,
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "management.server.port=0",
                        "spring.security.oauth2.resourceserver.jwt.issuer-uri="
                                + TestTokens.shared().issuer())
                .run(
                        java.util.stream.Stream.concat(
                                        java.util.stream.Stream.of(
                                                "spring.web.resources.add-mappings=true"),
                                        java.util.Arrays.stream(settings))
                                .map(setting -> "--" + setting)
                                .toArray(String[]::new));
    }

    @Bean
    DerivedKeys derivedKeys() {
        return purpose ->
                new Hmac(new byte[32])
                        .of(purpose.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    enum Kind {
        SMALL,
        LARGE
    }

    record Part(@NotBlank String name, @Max(9) int weight) {}

    record MakeThing(
            @NotBlank @Size(max = 20) String name,
            @NotNull Integer count,
            @Nullable Kind kind,
            @Nullable Boolean loud,
            @Nullable Double size,
            @Nullable LocalDate day,
            @Nullable Instant at,
            @Nullable UUID owner,
            @Nullable Map<String, @Valid Part> named,
            @Nullable List<@Valid Part> parts) {}

    record CallView(
            String subject,
            @Nullable String organisation,
            @Nullable List<String> districts,
            String action,
            String path,
            String key,
            @Nullable Long ifMatch,
            String fingerprint) {}

    record Caller(
            String subject,
            @Nullable String organisation,
            @Nullable List<String> districts,
            @Nullable String email) {}

    @RestController
    static class Things {

        @PostMapping("/api/v1/things")
        ResponseEntity<Receipt> make(@RequestBody @Valid MakeThing body, Call call) {
            var id =
                    UUID.nameUUIDFromBytes(
                            call.key().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return Answers.of(new Receipt(201, "/api/v1/things/" + id, id, 1, 2));
        }

        @PostMapping("/api/v1/things/{id}/approval")
        CallView approve(@PathVariable UUID id, Call call) {
            return new CallView(
                    call.actor().subject(),
                    call.scope().organisation(),
                    sorted(call.scope()),
                    call.action(),
                    call.path(),
                    call.key(),
                    call.ifMatch(),
                    call.fingerprint());
        }

        @GetMapping("/api/v1/things/{id}")
        ResponseEntity<Caller> read(
                @PathVariable UUID id,
                @ForPurpose({"care", "complaint"}) Purpose purpose,
                Actor actor,
                Scope scope) {
            return Answers.read(
                    7,
                    new Caller(
                            actor.subject(), scope.organisation(), sorted(scope), actor.email()));
        }

        @GetMapping("/api/v1/things")
        Page<Integer> list(PageRequest page, @RequestParam(defaultValue = "1") @Max(9) int from) {
            return new Page<>(List.of(page.limit(), from), page.cursor());
        }

        @GetMapping("/public/things/{id}")
        String open(@PathVariable UUID id) {
            return "\"" + id + "\"";
        }

        @GetMapping("/api/v1/broken")
        void broken() {
            throw new IllegalStateException("Gulnora's secret");
        }

        @GetMapping("/api/v1/away")
        void away() {
            throw new RuntimeException(new MongoTimeoutException("no primary at 10.0.0.1"));
        }

        @GetMapping("/api/v1/busy")
        void busy() {
            throw new Unavailable("The other side is away.", 7);
        }

        private static @Nullable List<String> sorted(Scope scope) {
            return scope.districts() == null ? null : scope.districts().stream().sorted().toList();
        }
    }
}
