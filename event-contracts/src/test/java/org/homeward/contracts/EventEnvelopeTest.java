package org.homeward.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.homeward.contracts.story.StoryRetracted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventEnvelopeTest {

    private static final UUID STORY = UUID.fromString("6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90");
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void the_headers_are_those_of_cloudevents_in_binary_mode() {
        Map<String, String> headers = new LinkedHashMap<>();
        retracted(2, 42).headers().forEach((name, value) -> headers.put(name, text(value)));

        assertThat(headers)
                .containsExactly(
                        Map.entry("ce_specversion", "1.0"),
                        Map.entry("ce_id", "765c48f1-789b-8266-a58f-d67a08232030"),
                        Map.entry("ce_source", "/story/6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90"),
                        Map.entry("ce_type", "homeward.story.retracted.v1"),
                        Map.entry("ce_time", "2026-03-12T05:10:00.123Z"),
                        Map.entry("ce_sequence", "00000000000000000042"),
                        Map.entry("ce_epoch", "2"),
                        Map.entry("ce_traceparent", TRACE),
                        Map.entry("content-type", "application/json"));
    }

    @Test
    void what_was_sent_is_what_is_received() {
        EventEnvelope sent = retracted(1, 7);

        EventEnvelope received = EventEnvelope.from(sent.headers(), sent.data());

        assertThat(received).isEqualTo(sent).hasSameHashCodeAs(sent);
        assertThat(received.key()).isEqualTo(STORY.toString());
        assertThat(received.aggregate()).isEqualTo(STORY);
        assertThat(received.aggregateType()).isEqualTo("story");
        assertThat(EventJson.read(StoryRetracted.class, received.data()))
                .isEqualTo(new StoryRetracted(STORY));
    }

    @Test
    void headers_of_other_people_are_passed_over() {
        EventEnvelope sent = retracted(1, 7);
        Map<String, byte[]> headers = new LinkedHashMap<>(sent.headers());
        headers.put("ce_partitionkey", "x".getBytes(UTF_8));
        headers.put("content-type", "application/json; charset=utf-8".getBytes(UTF_8));

        assertThat(EventEnvelope.from(headers, sent.data())).isEqualTo(sent);
    }

    @Test
    void sequences_sort_as_text_as_they_do_as_numbers() {
        List<String> texts =
                LongStream.concat(
                                LongStream.of(
                                        1,
                                        2,
                                        9,
                                        10,
                                        11,
                                        99,
                                        100,
                                        Long.MAX_VALUE - 1,
                                        Long.MAX_VALUE),
                                new Random(1).longs(1_000, 1, Long.MAX_VALUE))
                        .sorted()
                        .mapToObj(EventEnvelope::sequenceText)
                        .toList();

        assertThat(texts).isSorted().allMatch(text -> text.length() == 20);
    }

    @Test
    void the_largest_sequence_makes_the_journey() {
        EventEnvelope sent = retracted(Long.MAX_VALUE, Long.MAX_VALUE);

        assertThat(EventEnvelope.from(sent.headers(), sent.data())).isEqualTo(sent);
    }

    @Test
    void the_id_follows_from_the_place_and_differs_with_each_part_of_it() {
        String source = EventEnvelope.sourceOf("story", STORY);

        assertThat(EventEnvelope.idOf(source, 1, 1))
                .isEqualTo(EventEnvelope.idOf(source, 1, 1))
                .satisfies(id -> assertThat(id.version()).isEqualTo(8))
                .satisfies(id -> assertThat(id.variant()).isEqualTo(2));
        assertThat(
                        Stream.of(
                                EventEnvelope.idOf(source, 1, 1),
                                EventEnvelope.idOf(source, 1, 11),
                                EventEnvelope.idOf(source, 11, 1),
                                EventEnvelope.idOf(source.replace("story", "grant"), 1, 1)))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ce_specversion",
                "ce_id",
                "ce_source",
                "ce_type",
                "ce_time",
                "ce_sequence",
                "ce_epoch",
                "ce_traceparent",
                "content-type"
            })
    void a_missing_header_is_named(String name) {
        Map<String, byte[]> headers = new LinkedHashMap<>(retracted(1, 7).headers());
        headers.remove(name);

        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> EventEnvelope.from(headers, new byte[] {'{', '}'}))
                .withMessage("header " + name + " is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion, 0.3",
        "ce_id, Jamshed",
        "ce_id, 6F0C3A52-7A3E-4B7F-9D55-0C8A4F1E2B90",
        "ce_source, Jamshed",
        "ce_source, /story/Jamshed",
        "ce_source, https://example.org/story/6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90",
        "ce_type, Jamshed Rahimov",
        "ce_type, story",
        "ce_time, yesterday",
        "ce_time, 2026-02-30T00:00:00Z",
        "ce_sequence, 7",
        "ce_sequence, -0000000000000000007",
        "ce_sequence, 00000000000000000000",
        "ce_sequence, 99999999999999999999",
        "ce_epoch, 01",
        "ce_epoch, -1",
        "ce_epoch, 9999999999999999999",
        "ce_epoch, ٣",
        "ce_traceparent, Jamshed",
        "content-type, text/plain",
        "content-type, application/cloudevents+json"
    })
    void a_malformed_header_is_refused_without_repeating_it(String name, String value) {
        Map<String, byte[]> headers = new LinkedHashMap<>(retracted(1, 7).headers());
        headers.put(name, value.getBytes(UTF_8));

        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> EventEnvelope.from(headers, new byte[] {'{', '}'}))
                .withMessageNotContaining(value)
                .withMessageContaining(name.replaceFirst("^ce_", ""))
                .withNoCause();
    }

    @Test
    void a_tombstone_is_no_event() {
        assertThatThrownBy(() -> EventEnvelope.from(retracted(1, 7).headers(), null))
                .isInstanceOf(MalformedEvent.class)
                .hasMessage("there is no data");
    }

    @Test
    void an_envelope_cannot_be_changed_from_outside_and_keeps_its_data_out_of_logs() {
        byte[] data = EventJson.write(new StoryRetracted(STORY));
        EventEnvelope envelope = retracted(1, 7);

        envelope.data()[0] = 'x';

        assertThat(envelope.data()).isEqualTo(data);
        assertThat(envelope)
                .hasToString(
                        "homeward.story.retracted.v1 /story/6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90"
                                + " epoch 1 sequence 7");
    }

    private static EventEnvelope retracted(long epoch, long sequence) {
        var event = new StoryRetracted(STORY);
        return EventEnvelope.of(
                "story",
                STORY,
                EventCatalogue.load().typeOf(event),
                epoch,
                sequence,
                Instant.parse("2026-03-12T05:10:00.123456Z"),
                TRACE,
                EventJson.write(event));
    }

    private static String text(byte[] header) {
        return new String(header, UTF_8);
    }
}
