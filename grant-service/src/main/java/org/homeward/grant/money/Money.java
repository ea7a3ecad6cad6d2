package org.homeward.grant.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A sum of money, never negative, exact to the smaller unit of its currency. */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(12);

    /**
     * @throws AmountTooLarge from a trillion on, which no event can say
     */
    public Money {
        amount = amount.setScale(currency.decimals(), RoundingMode.UNNECESSARY);
        if (amount.signum() < 0) {
            throw new IllegalArgumentException("a sum of money is never negative");
        }
        if (amount.compareTo(LIMIT) >= 0) {
            throw new AmountTooLarge();
        }
    }

    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    /**
     * @throws CurrencyDiffers when the other is of another currency, as in all that follow
     */
    public Money plus(Money other) {
        return new Money(amount.add(inSame(other).amount), currency);
    }

    /** The other must not be larger: compare first. */
    public Money minus(Money other) {
        return new Money(amount.subtract(inSame(other).amount), currency);
    }

    public Money times(int quantity) {
        return new Money(amount.multiply(BigDecimal.valueOf(quantity)), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isLessThan(Money other) {
        return compareTo(other) < 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(inSame(other).amount);
    }

    /** As it stands in events. */
    public org.homeward.contracts.Money inEvent() {
        return org.homeward.contracts.Money.of(amount, currency.name());
    }

    private Money inSame(Money other) {
        if (other.currency != currency) {
            throw new CurrencyDiffers(currency);
        }
        return other;
    }
}
