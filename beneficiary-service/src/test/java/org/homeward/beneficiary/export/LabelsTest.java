package org.homeward.beneficiary.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.homeward.beneficiary.consent.Proof;
import org.homeward.beneficiary.evidence.Evidence;
import org.homeward.beneficiary.household.Absence;
import org.homeward.beneficiary.household.Dwelling;
import org.homeward.beneficiary.household.Income;
import org.homeward.beneficiary.household.Relation;
import org.homeward.beneficiary.referral.ServiceKind;
import org.homeward.beneficiary.registration.Birth;
import org.homeward.beneficiary.registration.Told;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.contracts.consent.ConsentPurpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LabelsTest {

    private static final Map<String, Class<? extends Enum<?>>> WORDS =
            Map.ofEntries(
                    Map.entry("sex", Sex.class),
                    Map.entry("birthPrecision", Birth.Precision.class),
                    Map.entry("channel", Channel.class),
                    Map.entry("purpose", ConsentPurpose.class),
                    Map.entry("way", Proof.Way.class),
                    Map.entry("shows", Evidence.Kind.class),
                    Map.entry("relation", Relation.class),
                    Map.entry("absence", Absence.Kind.class),
                    Map.entry("incomes", Income.class),
                    Map.entry("dwelling", Dwelling.class),
                    Map.entry("service", ServiceKind.class));

    private final Labels labels = new Labels();

    @ParameterizedTest
    @EnumSource
    void every_word_for_programs_is_said_in_her_language(Language language) {
        WORDS.forEach(
                (field, words) ->
                        assertThat(Stream.of(words.getEnumConstants()).map(Enum::name))
                                .isNotEmpty()
                                .noneMatch(
                                        word -> labels.text(language, field, word).equals(word)));
    }

    @Test
    void languages_are_called_by_their_names_in_hers() {
        assertThat(labels.text(Language.TG, "languages", "ru")).isEqualTo("русӣ");
        assertThat(labels.text(Language.RU, "explainedIn", "tg")).isEqualTo("таджикский");
        assertThat(labels.text(Language.EN, "languages", "uz")).isEqualTo("Uzbek");
    }

    @ParameterizedTest
    @EnumSource
    void a_page_shows_what_she_said_and_never_runs_it(Language language) {
        var told =
                List.of(
                        Told.of("FILE")
                                .and("sex", Sex.FEMALE)
                                .and("email", null)
                                .and("phones", List.of())
                                .and("address", "<script>alert('деҳа & хона')</script>"));

        var export = ExportView.of(language, LocalDate.of(2026, 11, 27), "C & D", told, labels);
        var page = PrintedPage.of(export, "A & B", "made");

        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"" + language.tag() + "\">")
                .contains(labels.of(language, "field.sex"), labels.text(language, "sex", "FEMALE"))
                .contains(
                        "&lt;script&gt;alert(&#39;деҳа &amp; хона&#39;)",
                        "A &amp; B",
                        "C &amp; D",
                        "2026-11-27")
                .doesNotContain("<script", labels.of(language, "field.email"));
        assertThat(export.records().getFirst().fields().getFirst().values())
                .containsExactly("FEMALE");
    }

    @ParameterizedTest
    @EnumSource
    void a_field_without_a_label_is_a_mistake_and_no_gap(Language language) {
        var unknown = List.of(Told.of("FILE").and("shoeSize", 38));

        assertThatIllegalStateException()
                .isThrownBy(() -> ExportView.of(language, LocalDate.EPOCH, null, unknown, labels))
                .withMessageContaining("field.shoeSize");
    }
}
