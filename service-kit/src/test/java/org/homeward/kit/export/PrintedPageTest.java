package org.homeward.kit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrintedPageTest {

    private final Labels labels = new Labels(PrintedPageTest.class, Set.of("spoken"));

    @ParameterizedTest
    @EnumSource
    void a_page_shows_what_she_said_and_never_runs_it(Language language) {
        var told =
                List.of(
                        Told.of("PARCEL")
                                .and("size", "SMALL")
                                .and("sender", null)
                                .and("stamps", List.of())
                                .and("label", "<script>alert('деҳа & хона')</script>"));

        var export = ExportView.of(language, LocalDate.of(2026, 11, 27), "C & D", told, labels);
        var page = PrintedPage.of(export, labels);

        assertThat(page)
                .startsWith("<!doctype html>\n<html lang=\"" + language.tag() + "\">")
                .contains(labels.of(language, "field.size"), labels.text(language, "size", "SMALL"))
                .contains(
                        "&lt;script&gt;alert(&#39;деҳа &amp; хона&#39;)",
                        labels.of(language, "page.title").replace("&", "&amp;"),
                        "C &amp; D",
                        labels.of(language, "page.made") + " 2026-11-27")
                .doesNotContain("<script", labels.of(language, "field.sender"));
        assertThat(export.records().getFirst().fields().getFirst().values())
                .containsExactly("SMALL");
    }

    @ParameterizedTest
    @EnumSource
    void a_field_without_a_label_is_a_mistake_and_no_gap(Language language) {
        var unknown = List.of(Told.of("PARCEL").and("shoeSize", 38));

        assertThatIllegalStateException()
                .isThrownBy(() -> ExportView.of(language, LocalDate.EPOCH, null, unknown, labels))
                .withMessageContaining("field.shoeSize");
    }

    @ParameterizedTest
    @EnumSource
    void a_language_is_called_by_its_name_and_a_word_without_a_label_stays_as_it_is(
            Language language) {
        assertThat(labels.text(language, "spoken", "tg")).isNotEqualTo("tg");
        assertThat(labels.text(language, "size", "tg")).isEqualTo("tg");
    }
}
