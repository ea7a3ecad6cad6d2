package org.homeward.grant.money;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedMoneyTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "1.00", "1234.50", "999999999999.99"})
    void an_amount_has_two_decimals(String amount) {
        var stated = new StatedMoney(amount, Currency.TJS);

        assertThat(VALIDATOR.validate(stated)).isEmpty();
        assertThat(stated.money().amount()).isEqualByComparingTo(new BigDecimal(amount));
        assertThat(StatedMoney.of(stated.money())).isEqualTo(stated);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0.00",
                "-1.00",
                "+1.00",
                "1",
                "1.5",
                "1.505",
                "01.00",
                ".50",
                "1,50",
                "1e3",
                "1000000000000.00",
                " 1.00",
                "1.00\n",
                "١.٠٠"
            })
    void whatever_else_is_refused(String amount) {
        assertThat(VALIDATOR.validate(new StatedMoney(amount, Currency.TJS)))
                .singleElement()
                .satisfies(v -> assertThat(v.getPropertyPath()).hasToString("amount"));
    }
}
