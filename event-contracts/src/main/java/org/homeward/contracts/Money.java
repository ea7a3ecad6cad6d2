package org.homeward.contracts;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A sum of money as it stands in events: never negative, always with two decimals, as text, so that
 * no reader makes a binary fraction of it.
 */
public record Money(
        @Carries(
                        kind = Carries.Kind.AMOUNT,
                        because =
                                "Sums of the programme's own money. An exact sum can pick one grant out of many, so"
                                        + " the reason for it is given where it is used.")
                @Text(TextForm.AMOUNT)
                String amount,
        @Carries(
                        kind = Carries.Kind.CODE,
                        because =
                                "One of the few currencies that funds are kept in; it says nothing of a person.")
                @Text(TextForm.CURRENCY)
                String currency) {

    public Money {
        TextForm.AMOUNT.checked(amount);
        TextForm.CURRENCY.checked(currency);
    }

    /**
     * The same from a number.
     *
     * @throws ArithmeticException if it has more than two decimals
     */
    public static Money of(BigDecimal amount, String currency) {
        return new Money(amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString(), currency);
    }

    /** The amount as a number with two decimals. */
    public BigDecimal decimal() {
        return new BigDecimal(amount);
    }
}
