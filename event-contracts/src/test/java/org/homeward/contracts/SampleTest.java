package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class SampleTest {

    private static final JsonMapper JSON = new JsonMapper();

    static List<Sample> samples() {
        return Sample.all();
    }

    @Test
    void every_event_has_a_sample() {
        assertThat(samples()).extracting(Sample::event).containsAll(Field.events());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_keeps_to_its_schema(Sample sample) {
        assertThat(Validator.errors(sample.event(), sample.json().toString())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_sample_is_read_and_written_without_loss_and_by_its_schema(Sample sample) {
        byte[] written = EventJson.write(sample.asEvent());

        assertThat(JSON.readTree(written)).isEqualTo(sample.json());
        assertThat(EventJson.read(sample.event(), written)).isEqualTo(sample.asEvent());
        assertThat(Validator.errors(sample.event(), text(written))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_field_of_a_later_version_is_passed_over_by_reader_and_schema(Sample sample) {
        ObjectNode later = sample.json().deepCopy();
        later.putObject("ofLaterTimes").put("nested", 1);

        assertThat(Validator.errors(sample.event(), later.toString())).isEmpty();
        assertThat(sample.read(later)).isEqualTo(sample.asEvent());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void what_is_broken_is_refused_by_schema_and_reader_alike(Sample sample) {
        List<Breakage> breakages = Breakage.of(sample);

        var softly = new SoftAssertions();
        for (Breakage breakage : breakages) {
            softly.assertThat(Validator.errors(sample.event(), breakage.json().toString()))
                    .as("schema, %s", breakage.what())
                    .isNotEmpty();
            softly.assertThatThrownBy(() -> sample.read(breakage.json()))
                    .as("reader, %s", breakage.what())
                    .isInstanceOf(MalformedEvent.class)
                    .hasNoCause();
        }
        softly.assertAll();
        assertThat(breakages.size()).isGreaterThan(10);
        assertThat(sample.read(Breakage.harmless(sample))).isNotEqualTo(sample.asEvent());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_refusal_names_the_field_and_repeats_nothing_of_the_data(Sample sample) {
        List<String> reasons = new ArrayList<>();
        for (Breakage breakage : Breakage.of(sample)) {
            assertThatExceptionOfType(MalformedEvent.class)
                    .isThrownBy(() -> sample.read(breakage.json()))
                    .satisfies(malformed -> reasons.add(malformed.getMessage()));
        }

        assertThat(reasons)
                .allSatisfy(reason -> assertThat(reason).doesNotContain("Jamshed", "Ҷамшед", "42"))
                .anySatisfy(
                        reason ->
                                assertThat(reason)
                                        .startsWith(sample.event().getSimpleName() + ": field '"));
    }

    private static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }
}
