package org.homeward.grant.money;

/** The currencies that donors of the mission give in, by their ISO 4217 codes. */
public enum Currency {
    TJS(2),
    USD(2),
    EUR(2),
    CHF(2),
    GBP(2),
    RUB(2);

    private final int decimals;

    Currency(int decimals) {
        this.decimals = decimals;
    }

    /** Digits of the smaller unit: somoni have two, the diram. */
    public int decimals() {
        return decimals;
    }
}
