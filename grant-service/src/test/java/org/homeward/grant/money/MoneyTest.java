package org.homeward.grant.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void a_sum_is_the_same_however_its_zeros_are_written() {
        assertThat(somoni("5")).isEqualTo(somoni("5.00")).hasSameHashCodeAs(somoni("5.0"));
    }

    @Test
    void a_sum_is_exact_to_the_diram_and_no_finer() {
        assertThat(somoni("0.01").plus(somoni("0.02"))).isEqualTo(somoni("0.03"));
        assertThatThrownBy(() -> somoni("0.001")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_sum_is_never_negative() {
        assertThatThrownBy(() -> somoni("1.00").minus(somoni("1.01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sums_of_two_currencies_are_never_mixed() {
        var dollars = new Money(BigDecimal.ONE, Currency.USD);

        assertThatThrownBy(() -> somoni("1.00").plus(dollars)).isInstanceOf(CurrencyDiffers.class);
        assertThatThrownBy(() -> somoni("1.00").minus(dollars)).isInstanceOf(CurrencyDiffers.class);
        assertThatThrownBy(() -> somoni("1.00").isLessThan(dollars))
                .isInstanceOf(CurrencyDiffers.class);
    }

    @Test
    void the_largest_sum_can_still_be_said_in_an_event_and_a_larger_one_is_refused() {
        var largest = somoni("999999999999.99");

        assertThat(largest.inEvent().amount()).isEqualTo("999999999999.99");
        assertThatThrownBy(() -> largest.plus(somoni("0.01"))).isInstanceOf(AmountTooLarge.class);
    }

    @Test
    void every_currency_can_be_said_in_an_event_with_its_two_decimals() {
        for (Currency currency : Currency.values()) {
            assertThat(new Money(new BigDecimal("1.5"), currency).inEvent())
                    .isEqualTo(new org.homeward.contracts.Money("1.50", currency.name()));
        }
    }

    private static Money somoni(String amount) {
        return new Money(new BigDecimal(amount), Currency.TJS);
    }
}
