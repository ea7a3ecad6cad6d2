package org.homeward.beneficiary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CaseNumberTest {

    private static final String FORM = "\\d{2}-\\d{7}-\\d";

    @Test
    void a_number_has_year_number_and_check_digit() {
        assertThat(CaseNumber.of(2026, 4217)).isEqualTo("26-0004217-5");
        assertThat(CaseNumber.of(2026, 9_999_999)).startsWith("26-9999999-").matches(FORM);
    }

    @Test
    void two_numbers_with_one_check_digit_differ_in_more_than_one_digit() {
        var number = CaseNumber.of(2026, 4217);
        for (int place = 1; place < 10_000_000; place *= 10) {
            int digit = 4217 / place % 10;
            for (int other = 0; other < 10; other++) {
                long wrong = 4217L + (long) (other - digit) * place;
                if (other != digit) {
                    assertThat(CaseNumber.of(2026, wrong)).doesNotEndWith(number.substring(10));
                }
            }
        }
    }

    @Test
    void a_swap_of_neighbouring_digits_is_noticed() {
        for (int swapped : List.of(40_217, 2_417, 4_127, 4_271)) {
            assertThat(CaseNumber.of(2026, swapped)).doesNotEndWith("-5");
        }
    }

    @Test
    void a_year_has_ten_million_at_most() {
        assertThatThrownBy(() -> CaseNumber.of(2026, 10_000_000))
                .isInstanceOf(IllegalStateException.class);
    }
}
