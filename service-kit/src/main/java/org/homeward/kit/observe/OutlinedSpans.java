package org.homeward.kit.observe;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Tells a collector which exception ended a span, and not what it said: as in the logs. */
final class OutlinedSpans implements SpanExporter {

    /** OpenTelemetry's names; a stack trace begins with the message. */
    private static final Set<AttributeKey<?>> SAID =
            Set.of(
                    AttributeKey.stringKey("exception.message"),
                    AttributeKey.stringKey("exception.stacktrace"));

    private final SpanExporter collector;

    OutlinedSpans(SpanExporter collector) {
        this.collector = collector;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return collector.export(spans.stream().<SpanData>map(Outlined::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return collector.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return collector.shutdown();
    }

    private static final class Outlined extends DelegatingSpanData {

        Outlined(SpanData span) {
            super(span);
        }

        @Override
        public StatusData getStatus() {
            return StatusData.create(super.getStatus().getStatusCode(), "");
        }

        @Override
        public List<EventData> getEvents() {
            return super.getEvents().stream().map(Outlined::unsaid).toList();
        }

        private static EventData unsaid(EventData event) {
            Attributes kept = event.getAttributes().toBuilder().removeIf(SAID::contains).build();
            return EventData.create(event.getEpochNanos(), event.getName(), kept);
        }
    }
}
