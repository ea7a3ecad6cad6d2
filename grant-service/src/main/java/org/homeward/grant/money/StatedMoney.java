package org.homeward.grant.money;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;

/**
 * Money as it is said over HTTP: {@code {"amount": "1234.50", "currency": "TJS"}}. The amount is
 * text, so that no client makes a binary fraction of it.
 */
public record StatedMoney(
        @NotNull
                @Pattern(
                        regexp = "(?!0\\.00)(0|[1-9][0-9]{0,11})\\.[0-9]{2}",
                        message = "must be more than nothing, with two decimals: 1234.50")
                String amount,
        @NotNull Currency currency) {

    public static StatedMoney of(Money money) {
        return new StatedMoney(money.amount().toPlainString(), money.currency());
    }

    public Money money() {
        return new Money(new BigDecimal(amount), currency);
    }
}
