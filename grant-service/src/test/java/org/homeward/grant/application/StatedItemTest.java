package org.homeward.grant.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.homeward.grant.inkind.ItemKind;
import org.homeward.grant.money.Currency;
import org.homeward.grant.money.StatedMoney;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatedItemTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @Test
    void rent_says_how_many_months() {
        assertThat(VALIDATOR.validate(item(ItemKind.RENT, 6))).isEmpty();
        assertMonthsRefused(item(ItemKind.RENT, null));
        assertMonthsRefused(item(ItemKind.RENT, 0));
    }

    @Test
    void nothing_else_has_months() {
        assertThat(VALIDATOR.validate(item(ItemKind.EQUIPMENT, null))).isEmpty();
        assertMonthsRefused(item(ItemKind.EQUIPMENT, 6));
    }

    @Test
    void an_item_is_said_as_it_was_told() {
        assertThat(StatedItem.of(item(ItemKind.RENT, 6).item())).isEqualTo(item(ItemKind.RENT, 6));
    }

    private static void assertMonthsRefused(StatedItem item) {
        assertThat(VALIDATOR.validate(item))
                .singleElement()
                .satisfies(v -> assertThat(v.getPropertyPath()).hasToString("months"));
    }

    private static StatedItem item(ItemKind kind, @Nullable Integer months) {
        return new StatedItem(
                kind, "As in the offer", 1, new StatedMoney("10.00", Currency.TJS), months);
    }
}
