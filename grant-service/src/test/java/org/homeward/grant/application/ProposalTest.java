package org.homeward.grant.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.homeward.grant.inkind.ItemKind;
import org.homeward.grant.money.AmountTooLarge;
import org.homeward.grant.money.Currency;
import org.homeward.grant.money.CurrencyDiffers;
import org.homeward.grant.money.Money;
import org.homeward.kit.sealing.Secret;
import org.junit.jupiter.api.Test;

class ProposalTest {

    @Test
    void the_total_is_the_sum_of_all_items_and_rent_counts_for_each_month() {
        assertThat(Proposals.rent("500.00", 6).cost()).isEqualTo(Proposals.somoni("3000.00"));
        assertThat(Proposals.studio().total()).isEqualTo(Proposals.somoni("8100.50"));
    }

    @Test
    void a_proposal_without_items_costs_nothing() {
        assertThat(Proposals.of().total()).isEqualTo(Proposals.somoni("0.00"));
    }

    @Test
    void prices_are_in_the_currency_of_the_fund() {
        var dollars = new Money(BigDecimal.TEN, Currency.USD);
        var imported = new Item(ItemKind.EQUIPMENT, Secret.of("An overlock"), 1, dollars, null);

        assertThatThrownBy(() -> Proposals.of(imported)).isInstanceOf(CurrencyDiffers.class);
    }

    @Test
    void months_belong_to_rent_and_only_to_rent() {
        var price = Proposals.somoni("1.00");

        assertThatThrownBy(() -> new Item(ItemKind.RENT, Secret.of("A room"), 1, price, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Item(ItemKind.TRAINING, Secret.of("A course"), 1, price, 3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_total_that_no_fund_holds_is_refused() {
        var absurd = Proposals.item(ItemKind.EQUIPMENT, 10_000, "100000000.00");

        assertThatThrownBy(() -> Proposals.of(absurd)).isInstanceOf(AmountTooLarge.class);
    }

    @Test
    void nothing_written_in_free_words_is_printed() {
        assertThat(Proposals.studio().toString())
                .doesNotContain("studio", "town", "years", "cuts", "centre", "offer");
    }
}
