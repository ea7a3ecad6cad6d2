package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.story.StoryKind;
import org.homeward.contracts.story.StoryPublished;
import org.homeward.contracts.story.StoryRetracted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EventJsonTest {

    private static final UUID ID = UUID.fromString("6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90");

    @Test
    void fields_stand_in_the_order_of_the_record_and_absent_ones_are_left_out() {
        var given =
                new ConsentGiven(ID, ConsentPurpose.RESEARCH, ID, null, LocalDate.of(2027, 3, 1));

        assertThat(text(EventJson.write(given)))
                .isEqualTo(
                        "{\"consent\":\"6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90\","
                                + "\"purpose\":\"RESEARCH\","
                                + "\"beneficiary\":\"6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90\","
                                + "\"validUntil\":\"2027-03-01\"}");
    }

    @Test
    void a_moment_is_written_in_utc_and_read_only_as_such() {
        JsonMapper json = EventJson.mapper();
        var moment = new Moment(Instant.parse("2026-03-12T05:10:00.120Z"));

        assertThat(json.writeValueAsString(moment))
                .isEqualTo("{\"at\":\"2026-03-12T05:10:00.120Z\"}");
        assertThat(json.readValue("{\"at\":\"2026-03-12T05:10:00.120Z\"}", Moment.class))
                .isEqualTo(moment);
        assertThatThrownBy(() -> json.readValue("{\"at\":1773292200}", Moment.class));
        assertThatThrownBy(
                () -> json.readValue("{\"at\":\"2026-03-12T10:10:00+05:00\"}", Moment.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "42",
                "\"Jamshed\"",
                "{\"story\":",
                "Jamshed Rahimov",
                "{\"story\":\"6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90\"} Jamshed",
                "{\"story\":\"6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90\",\"Jamshed\":1,\"Jamshed\":2}",
                "{\"story\":\"6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90\","
                        + "\"story\":\"6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90\"}",
                "{\"story\":\"bww6Uno+S3+dVQyKTx4rkA==\"}",
                "{\"Jamshed\":{\"Rahimov\":1}}"
            })
    void what_is_no_such_event_is_refused_without_repeating_it(String json) {
        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> EventJson.read(StoryRetracted.class, bytes(json)))
                .withMessageStartingWith("StoryRetracted: ")
                .withMessageNotContaining("Jamshed")
                .withMessageNotContaining("6f0c")
                .withNoCause();
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] json = {'{', '"', (byte) 0xc3, (byte) 0x28, '"', ':', '1', '}'};

        assertThatThrownBy(() -> EventJson.read(StoryRetracted.class, json))
                .isInstanceOf(MalformedEvent.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[]", "[\"tg\",\"tg\"]", "[\"tg\",null]", "[1]", "\"tg\"", "[\"Tajik\"]"})
    void a_page_has_languages_and_each_once(String languages) {
        String json =
                """
                {"story": "6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90", "languages": %s, "kind": "PAGE",
                 "path": "/pages/6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90"}\
                """;

        assertThat(Validator.errors(StoryPublished.class, json.formatted(languages))).isNotEmpty();
        assertThatThrownBy(
                        () ->
                                EventJson.read(
                                        StoryPublished.class, bytes(json.formatted(languages))))
                .isInstanceOf(MalformedEvent.class);
        assertThat(
                        EventJson.read(
                                StoryPublished.class,
                                bytes(json.formatted("[\"tg\", \"uz-Cyrl\"]"))))
                .isEqualTo(
                        new StoryPublished(
                                ID,
                                List.of("tg", "uz-Cyrl"),
                                StoryKind.PAGE,
                                null,
                                null,
                                "/pages/" + ID));
    }

    record Moment(Instant at) {}

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
