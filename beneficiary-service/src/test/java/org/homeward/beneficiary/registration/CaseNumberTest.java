package org.homeward.beneficiary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CaseNumberTest {

    @Test
    void a_number_has_year_number_and_check_digit() {
        var number = CaseNumber.of(2026, 4217);

        assertThat(number).startsWith("26-0004217-").matches("\\d{2}-\\d{7}-\\d");
        assertThat(CaseNumber.isValid(number)).isTrue();
    }

    @Test
    void every_wrong_digit_is_found() {
        var number = CaseNumber.of(2026, 4217);
        for (int i = 0; i < number.length(); i++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (number.charAt(i) != '-' && number.charAt(i) != digit) {
                    var wrong = number.substring(0, i) + digit + number.substring(i + 1);
                    assertThat(CaseNumber.isValid(wrong)).as(wrong).isFalse();
                }
            }
        }
    }

    @Test
    void a_year_has_ten_million_at_most() {
        assertThatThrownBy(() -> CaseNumber.of(2026, 10_000_000))
                .isInstanceOf(IllegalStateException.class);
    }
}
