package org.homeward.kit.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.web.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ObserveTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CommandMetrics commands = new CommandMetrics(meters);

    @Test
    void commands_are_counted_by_how_they_end() {
        assertThat(commands.timed("POST /a", () -> 5)).isEqualTo(5);
        assertThatThrownBy(() -> commands.timed("POST /a", ObserveTest::missing))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> commands.timed("POST /a", ObserveTest::broken))
                .isInstanceOf(IllegalStateException.class);

        assertThat(count("ok")).isEqualTo(1);
        assertThat(count("not-found")).isEqualTo(1);
        assertThat(count("error")).isEqualTo(1);
    }

    @Test
    void without_a_primary_the_health_is_down_and_says_so_soon() {
        long start = System.nanoTime();
        try (var nowhere = MongoForTest.client(MongoForTest.NOWHERE)) {
            assertThat(new PrimaryHealth(nowhere).health().getStatus()).isEqualTo(Status.DOWN);
        }
        assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
    }

    @Test
    void an_outline_keeps_classes_and_places_and_drops_what_was_said() {
        var failure =
                new IllegalStateException("Gulnora", new IllegalArgumentException("Dushanbe 4"));

        var outline = Outline.of(failure);

        assertThat(outline)
                .hasMessage("java.lang.IllegalStateException")
                .hasRootCauseMessage("java.lang.IllegalArgumentException");
        assertThat(outline.getStackTrace()).isEqualTo(failure.getStackTrace());
    }

    @Test
    void a_span_keeps_the_route_and_not_the_address_that_was_asked() {
        var asked = new MockHttpServletRequest("GET", "/api/v1/beneficiaries/Gulnora");
        var context = new ServerRequestObservationContext(asked, new MockHttpServletResponse());
        context.setPathPattern("/api/v1/beneficiaries/{id}");
        var convention = new DefaultServerRequestObservationConvention();
        context.addLowCardinalityKeyValues(convention.getLowCardinalityKeyValues(context));
        context.addHighCardinalityKeyValues(convention.getHighCardinalityKeyValues(context));
        assertThat(context.getAllKeyValues().toString()).contains("Gulnora");

        new TraceConfiguration().addressesStayHere().map(context);

        assertThat(context.getAllKeyValues().toString())
                .contains("/api/v1/beneficiaries/{id}")
                .doesNotContain("Gulnora");
    }

    @Test
    void a_span_tells_which_exception_ended_it_and_not_what_it_said() {
        var told = new ArrayList<SpanData>();
        try (var tracing = tracing(new OutlinedSpans(new Collector(told)))) {
            var span = tracing.get("test").spanBuilder("read").startSpan();
            span.recordException(new IllegalStateException("Gulnora"));
            span.setStatus(StatusCode.ERROR, "Gulnora");
            span.end();
        }

        var span = told.getFirst();
        assertThat(span.getName()).isEqualTo("read");
        assertThat(span.getStatus()).isEqualTo(StatusData.error());
        assertThat(span.getEvents().getFirst().getAttributes().asMap())
                .isEqualTo(
                        Map.of(
                                AttributeKey.stringKey("exception.type"),
                                "java.lang.IllegalStateException"));
    }

    @Test
    void whatever_collector_is_named_is_told_so() {
        new ApplicationContextRunner()
                .withConfiguration(
                        AutoConfigurations.of(
                                TraceConfiguration.class,
                                OpenTelemetrySdkAutoConfiguration.class,
                                OpenTelemetryTracingAutoConfiguration.class))
                .withBean(SpanExporter.class, () -> new Collector(new ArrayList<>()))
                .run(
                        service ->
                                assertThat(service.getBean(SpanExporters.class).list())
                                        .hasOnlyElementsOfType(OutlinedSpans.class)
                                        .hasSize(1));
    }

    private static SdkTracerProvider tracing(SpanExporter exporter) {
        return SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build();
    }

    private record Collector(List<SpanData> told) implements SpanExporter {

        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            told.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private long count(String outcome) {
        return meters.timer("homeward.command", "action", "POST /a", "outcome", outcome).count();
    }

    private static String missing() {
        throw new NotFound();
    }

    private static String broken() {
        throw new IllegalStateException();
    }
}
