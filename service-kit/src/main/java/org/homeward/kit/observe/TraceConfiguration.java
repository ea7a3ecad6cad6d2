package org.homeward.kit.observe;

import io.micrometer.observation.ObservationFilter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.context.annotation.Bean;

/** What an operator's collector of traces is told, where one is named. */
@AutoConfiguration(before = OpenTelemetryTracingAutoConfiguration.class)
public class TraceConfiguration {

    /**
     * A trace tells which call it was and not the address as it was asked: whoever mistakes one may
     * have written a name into it.
     */
    @Bean
    ObservationFilter addressesStayHere() {
        return context -> context.removeHighCardinalityKeyValue("http.url");
    }

    /** Nor what an exception said, which may quote what somebody wrote. */
    @Bean
    SpanExporters spanExporters(ObjectProvider<SpanExporter> collectors) {
        return SpanExporters.of(collectors.orderedStream().map(OutlinedSpans::new).toList());
    }
}
