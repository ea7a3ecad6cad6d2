package org.homeward.grant.fund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.UUID;
import org.homeward.contracts.grant.FundCeilingChanged;
import org.homeward.contracts.grant.FundOpened;
import org.homeward.grant.money.Currency;
import org.homeward.grant.money.CurrencyDiffers;
import org.homeward.grant.money.Money;
import org.junit.jupiter.api.Test;

class FundTest {

    private static final UUID ID = UUID.randomUUID();

    @Test
    void a_fund_is_opened_with_all_its_money_available_and_that_is_told() {
        var opened = Fund.open(ID, "REINT-26", "BILATERAL", somoni("1000.00"));

        assertThat(opened.state().ledger().available()).isEqualTo(somoni("1000.00"));
        assertThat(opened.events())
                .containsExactly(
                        new FundOpened(
                                ID,
                                "REINT-26",
                                new org.homeward.contracts.Money("1000.00", "TJS")));
    }

    @Test
    void a_reservation_makes_less_available_and_is_told_by_its_cause_alone() {
        var booked = fund("1000.00").book(reserving("400.00"));

        assertThat(booked.state().ledger().reserved()).isEqualTo(somoni("400.00"));
        assertThat(booked.state().ledger().available()).isEqualTo(somoni("600.00"));
        assertThat(booked.events()).isEmpty();
    }

    @Test
    void the_last_diram_can_be_reserved_and_not_one_more() {
        var emptied = fund("1000.00").book(reserving("1000.00")).state();

        assertThat(emptied.ledger().available().isZero()).isTrue();
        assertThatThrownBy(() -> emptied.book(reserving("0.01"))).isInstanceOf(FundExhausted.class);
    }

    @Test
    void the_ceiling_can_be_lowered_to_what_is_in_use_and_not_below() {
        var used = fund("1000.00").book(reserving("400.00")).state();

        var lowered = used.changeCeiling(ID, somoni("400.00"));

        assertThat(lowered.state().ledger().available().isZero()).isTrue();
        assertThat(lowered.events())
                .containsExactly(
                        new FundCeilingChanged(
                                ID, new org.homeward.contracts.Money("400.00", "TJS")));
        assertThatThrownBy(() -> used.changeCeiling(ID, somoni("399.99")))
                .isInstanceOf(CeilingBelowUse.class);
    }

    @Test
    void a_raised_ceiling_makes_more_available() {
        var raised = fund("1000.00").changeCeiling(ID, somoni("1500.50")).state();

        assertThat(raised.ledger().available()).isEqualTo(somoni("1500.50"));
    }

    @Test
    void a_fund_keeps_its_currency() {
        var dollars = new Money(BigDecimal.TEN, Currency.USD);

        assertThatThrownBy(() -> fund("1000.00").changeCeiling(ID, dollars))
                .isInstanceOf(CurrencyDiffers.class);
        assertThatThrownBy(
                        () -> fund("1000.00").book(Movement.reserved(UUID.randomUUID(), dollars)))
                .isInstanceOf(CurrencyDiffers.class);
    }

    private static Fund fund(String ceiling) {
        return Fund.open(ID, "REINT-26", "BILATERAL", somoni(ceiling)).state();
    }

    private static Movement reserving(String amount) {
        return Movement.reserved(UUID.randomUUID(), somoni(amount));
    }

    private static Money somoni(String amount) {
        return new Money(new BigDecimal(amount), Currency.TJS);
    }
}
