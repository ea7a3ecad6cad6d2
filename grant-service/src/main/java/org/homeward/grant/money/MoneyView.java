package org.homeward.grant.money;

/** A sum as it is answered; unlike one that is asked for, it may be nothing: {@code "0.00"}. */
public record MoneyView(String amount, Currency currency) {

    /** As people read it in every language. */
    public String inWords() {
        return amount + " " + currency;
    }

    public static MoneyView of(Money money) {
        return new MoneyView(money.amount().toPlainString(), money.currency());
    }
}
