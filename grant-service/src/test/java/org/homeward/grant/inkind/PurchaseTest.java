package org.homeward.grant.inkind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.homeward.grant.inkind.Studio.MACHINES;
import static org.homeward.grant.inkind.Studio.by;
import static org.homeward.grant.inkind.Studio.machines;
import static org.homeward.grant.inkind.Studio.reason;
import static org.homeward.grant.inkind.Studio.signature;
import static org.homeward.grant.inkind.Studio.somoni;
import static org.homeward.grant.inkind.Studio.supplier;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.grant.fund.Movement;
import org.homeward.grant.money.Currency;
import org.homeward.grant.money.CurrencyDiffers;
import org.homeward.grant.money.Money;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PurchaseTest {

    private static final UUID BILL = UUID.randomUUID();

    @Test
    void an_order_commits_its_price_and_frees_what_it_costs_less() {
        var cheaper = machines().order(by("buyer"), somoni("3900.00"), supplier());
        var exact = machines().order(by("buyer"), somoni("4000.00"), supplier());

        assertThat(cheaper.movements())
                .containsExactly(
                        moved(Movement.Kind.COMMITTED, "3900.00"),
                        moved(Movement.Kind.FREED, "100.00"));
        assertThat(exact.movements()).containsExactly(moved(Movement.Kind.COMMITTED, "4000.00"));
    }

    @Test
    void an_order_costs_no_more_than_was_granted_in_the_fund_s_currency() {
        assertThatThrownBy(() -> machines().order(by("buyer"), somoni("4000.01"), supplier()))
                .isInstanceOf(PriceAboveGrant.class);
        assertThatThrownBy(
                        () ->
                                machines()
                                        .order(
                                                by("buyer"),
                                                new Money(BigDecimal.ONE, Currency.USD),
                                                supplier()))
                .isInstanceOf(CurrencyDiffers.class);
    }

    @Test
    void who_ordered_does_not_receive() {
        assertThatThrownBy(() -> ordered().receive(by("buyer"))).isInstanceOf(OwnOrder.class);
        assertThat(ordered().receive(by("receiver")).movements()).isEmpty();
    }

    @Test
    void each_machine_is_handed_over_with_a_number_of_its_own() {
        for (var numbers : new String[][] {{}, {"A1"}, {"A1", "A1"}, {"A1", "A2", "A3"}}) {
            assertThatThrownBy(() -> received().handOver(by("officer"), signature(numbers)))
                    .isInstanceOf(SerialNumbersNeeded.class);
        }
        var given = received().handOver(by("officer"), signature("A1", "A2"));
        assertThat(given.item().isHandedOver()).isTrue();
        assertThat(given.item().isSettled()).as("it is to be paid").isFalse();
    }

    @Test
    void cloth_has_no_serial_number() {
        var cloth = Purchase.requested(MACHINES, ItemKind.MATERIAL, 2, somoni("10.00"));
        var there =
                purchase(
                        purchase(cloth.order(by("a"), somoni("10.00"), supplier()))
                                .receive(by("b")));

        assertThat(there.handOver(by("c"), signature()).item().isHandedOver()).isTrue();
    }

    @Test
    void what_is_given_up_or_back_frees_what_lay_for_it() {
        assertThat(machines().cancel(by("officer"), reason()).movements())
                .containsExactly(moved(Movement.Kind.FREED, "4000.00"));
        assertThat(ordered().cancel(by("officer"), reason()).movements())
                .containsExactly(moved(Movement.Kind.CANCELLED, "3900.00"));
        assertThat(received().giveBack(by("officer"), reason()).movements())
                .containsExactly(moved(Movement.Kind.CANCELLED, "3900.00"));
    }

    @Test
    void what_was_paid_and_given_back_is_free_again_when_another_of_finance_says_so() {
        var back = returning();

        assertThat(purchase(received().pay(by("payer"), BILL)).giveBack(by("officer"), reason()))
                .satisfies(asked -> assertThat(asked.movements()).isEmpty());
        assertThat(back.state()).isEqualTo(ItemState.RETURNING);
        assertThat(back.isSettled()).isFalse();
        assertThatThrownBy(() -> back.confirmReturn(by("officer"))).isInstanceOf(OwnReturn.class);
        for (var bought : List.of("buyer", "receiver")) {
            assertThatThrownBy(() -> back.confirmReturn(by(bought)))
                    .isInstanceOf(OwnPurchase.class);
        }
        var confirmed = back.confirmReturn(by("payer"));
        assertThat(confirmed.movements()).containsExactly(moved(Movement.Kind.RETURNED, "3900.00"));
        assertThatThrownBy(() -> purchase(confirmed).confirmReturn(by("payer")))
                .isInstanceOfSatisfying(
                        StateConflict.class, conflict -> names(conflict, "RETURNED"));
    }

    @Test
    void what_the_supplier_does_not_pay_back_is_here_again_and_paid() {
        var here = returning().refuseReturn();

        assertThat(here.movements()).isEmpty();
        assertThat(purchase(here).handOver(by("officer"), signature("A1", "A2")).item().isSettled())
                .isTrue();
        assertThatThrownBy(() -> received().refuseReturn())
                .isInstanceOfSatisfying(
                        StateConflict.class, conflict -> names(conflict, "RECEIVED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"buyer", "receiver"})
    void who_ordered_or_received_does_not_pay(String who) {
        var given = purchase(received().handOver(by("officer"), signature("A1", "A2")));

        assertThatThrownBy(() -> received().pay(by(who), BILL)).isInstanceOf(OwnPurchase.class);
        assertThatThrownBy(() -> given.pay(by(who), BILL)).isInstanceOf(OwnPurchase.class);
    }

    @Test
    void it_is_paid_once_after_it_was_received() {
        var paid = received().pay(by("payer"), BILL);

        assertThat(paid.movements())
                .containsExactly(new Movement(Movement.Kind.SPENT, BILL, somoni("3900.00")));
        assertThatThrownBy(() -> purchase(paid).pay(by("payer"), UUID.randomUUID()))
                .isInstanceOfSatisfying(StateConflict.class, conflict -> names(conflict, "PAID"));
        assertThat(purchase(paid).handOver(by("officer"), signature("A1", "A2")).item().isSettled())
                .isTrue();
    }

    static Stream<Purchase> notToBePaid() {
        var back = received().giveBack(by("officer"), reason());
        var up = machines().cancel(by("officer"), reason());
        return Stream.of(machines(), ordered(), purchase(back), purchase(up), returning());
    }

    @ParameterizedTest
    @MethodSource("notToBePaid")
    void what_is_not_there_is_not_paid(Purchase purchase) {
        assertThatThrownBy(() -> purchase.pay(by("payer"), BILL))
                .isInstanceOfSatisfying(
                        StateConflict.class, conflict -> names(conflict, purchase.state().name()));
    }

    @Test
    void a_step_out_of_order_names_where_the_item_stands() {
        assertThatThrownBy(() -> ordered().order(by("buyer"), somoni("1.00"), supplier()))
                .isInstanceOfSatisfying(
                        StateConflict.class, conflict -> names(conflict, "ORDERED"));
        assertThatThrownBy(() -> machines().receive(by("receiver")))
                .isInstanceOfSatisfying(
                        StateConflict.class, conflict -> names(conflict, "REQUESTED"));
        assertThatThrownBy(() -> ordered().handOver(by("officer"), signature("A1", "A2")))
                .isInstanceOf(StateConflict.class);
        assertThatThrownBy(() -> received().cancel(by("officer"), reason()))
                .isInstanceOfSatisfying(
                        StateConflict.class, conflict -> names(conflict, "RECEIVED"));
        assertThatThrownBy(() -> ordered().giveBack(by("officer"), reason()))
                .isInstanceOf(StateConflict.class);
    }

    private static void names(StateConflict conflict, String state) {
        assertThat(conflict.extensions()).containsEntry("state", state);
    }

    private static Purchase ordered() {
        return purchase(machines().order(by("buyer"), somoni("3900.00"), supplier()));
    }

    private static Purchase received() {
        return purchase(ordered().receive(by("receiver")));
    }

    private static Purchase returning() {
        var paid = purchase(received().pay(by("payer"), BILL));
        return purchase(paid.giveBack(by("officer"), reason()));
    }

    private static Purchase purchase(Moved moved) {
        return (Purchase) moved.item();
    }

    private static Movement moved(Movement.Kind kind, String amount) {
        return new Movement(kind, MACHINES, somoni(amount));
    }
}
