package org.homeward.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormTest {

    @ParameterizedTest
    @EnumSource
    void no_form_takes_a_full_name_a_contact_or_a_sentence(TextForm form) {
        assertThat(takesPersonalData(form.pattern())).isFalse();
        assertThat(isUnbounded(form.pattern())).isFalse();
        assertThat(form.fits("")).isFalse();
    }

    @Test
    void the_test_of_the_forms_finds_a_loose_one() {
        assertThat(takesPersonalData("[\\p{L} ]{1,80}")).isTrue();
        assertThat(takesPersonalData("[+0-9 ]{5,20}")).isTrue();
        assertThat(isUnbounded("[a-z]+")).isTrue();
        assertThat(isUnbounded("[a-z]{2,}")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PROGRAMME, INCOME-26",
        "ORGANISATION, hamdilon",
        "DISTRICT, TJ-KT-SHAHRITUS",
        "REGION, TJ-GB",
        "LANGUAGE, tg",
        "LANGUAGE, uz-Cyrl",
        "LANGUAGE, en-GB",
        "PAGE_PATH, /stories/6f0c3a52-7a3e-4b7f-9d55-0c8a4f1e2b90",
        "PUBLIC_EVENT_TYPE, homeward.fund.ceiling-changed.v1",
        "AMOUNT, 0.00",
        "AMOUNT, 1234.50",
        "CURRENCY, TJS"
    })
    void what_it_is_for_fits(TextForm form, String text) {
        assertThat(form.checked(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "DISTRICT, TJ-KT",
        "DISTRICT, TJ-XX-VOSE",
        "REGION, TJ-KT-VOSE",
        "LANGUAGE, Tajik",
        "PAGE_PATH, /stories/the-tailor-of-shahritus",
        "PUBLIC_EVENT_TYPE, homeward.consent.withdrawn.v1",
        "AMOUNT, -1.00",
        "AMOUNT, 1.5",
        "AMOUNT, 01.00",
        "AMOUNT, 1e3",
        "CURRENCY, tjs"
    })
    void what_it_is_not_for_is_refused_and_not_repeated(TextForm form, String text) {
        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> form.checked(text))
                .withMessageNotContaining(text);
    }

    @Test
    void a_notice_can_be_about_people_and_their_grants_and_stories_and_about_nothing_else() {
        var about = Set.of("beneficiary", "fund", "application", "grant", "story");

        assertThat(EventCatalogue.load().types())
                .allSatisfy(
                        type ->
                                assertThat(TextForm.PUBLIC_EVENT_TYPE.fits(type))
                                        .as(type)
                                        .isEqualTo(about.contains(type.split("\\.", -1)[1])));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1234.5", "1234.50", "999999999999.99"})
    void money_is_written_with_two_decimals(String amount) {
        Money money = Money.of(new BigDecimal(amount), "TJS");

        assertThat(money.amount()).matches("[0-9]+\\.[0-9]{2}");
        assertThat(money.decimal()).isEqualByComparingTo(amount);
    }

    @Test
    void money_is_never_rounded_in_silence() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Money.of(new BigDecimal("0.005"), "TJS"));
    }

    private static boolean takesPersonalData(String pattern) {
        return Stream.of(
                        "Ҷамшед Раҳимов",
                        "Jamshed Rahimov",
                        "JAMSHED RAHIMOV",
                        "+992 93 555 12 34",
                        "+992935551234",
                        "992935551234",
                        "1992-03-01",
                        "jamshed@example.org",
                        "She was deported in 2015.")
                .anyMatch(Pattern.compile(pattern).asMatchPredicate());
    }

    private static boolean isUnbounded(String pattern) {
        return pattern.matches(".*([*+]|,}).*");
    }
}
