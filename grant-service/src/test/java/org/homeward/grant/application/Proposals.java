package org.homeward.grant.application;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.grant.fund.FundTerms;
import org.homeward.grant.inkind.ItemKind;
import org.homeward.grant.money.Currency;
import org.homeward.grant.money.Money;
import org.homeward.grant.people.Person;
import org.homeward.kit.sealing.Secret;

/** What people in the tests apply for. */
final class Proposals {

    static final FundTerms FUND = new FundTerms(UUID.randomUUID(), "REINT-26", Currency.TJS);

    private Proposals() {}

    static Person tailor() {
        return new Person(UUID.randomUUID(), "hamdilon", "TJ-KT-SHAHRITUS");
    }

    /** Six months of rent, two machines, cloth: 8100.50 in all. */
    static Proposal studio() {
        return of(
                rent("500.00", 6),
                item(ItemKind.EQUIPMENT, 2, "2000.00"),
                item(ItemKind.MATERIAL, 1, "1100.50"));
    }

    static Proposal of(Item... items) {
        return new Proposal(
                FUND,
                Sector.CLOTHING,
                2,
                false,
                Secret.of(new BusinessPlan("A studio", "The town", "Ten years", "Power cuts")),
                List.of(items));
    }

    static Item item(ItemKind kind, int quantity, String price) {
        return new Item(kind, Secret.of("As in the offer"), quantity, somoni(price), null);
    }

    static Item rent(String price, int months) {
        return new Item(ItemKind.RENT, Secret.of("In the centre"), 1, somoni(price), months);
    }

    static Money somoni(String amount) {
        return new Money(new BigDecimal(amount), Currency.TJS);
    }
}
