package org.homeward.grant.application;

import java.util.List;
import org.homeward.contracts.Sector;
import org.homeward.grant.fund.FundTerms;
import org.homeward.grant.money.Currency;
import org.homeward.grant.money.CurrencyDiffers;
import org.homeward.grant.money.Money;
import org.homeward.kit.sealing.Secret;

/**
 * What is applied for; replaced as a whole while the application is with its writers.
 *
 * @param fund whose money is asked for
 * @param jobs how many people the business will employ
 * @param items all in the currency of the fund
 */
record Proposal(
        FundTerms fund,
        Sector sector,
        int jobs,
        boolean womenLed,
        Secret<BusinessPlan> plan,
        List<Item> items) {

    Proposal {
        items = List.copyOf(items);
        for (Item item : items) {
            if (item.unitPrice().currency() != fund.currency()) {
                throw new CurrencyDiffers(fund.currency());
            }
        }
        // a sum beyond what Money can say is refused here: no list could answer with it
        var _ = sum(items, fund.currency());
    }

    Money total() {
        return sum(items, fund.currency());
    }

    private static Money sum(List<Item> items, Currency currency) {
        return items.stream().map(Item::cost).reduce(Money.zero(currency), Money::plus);
    }
}
