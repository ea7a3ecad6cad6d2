package org.homeward.grant.inkind;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Event;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.grant.GrantHandedOver;
import org.homeward.contracts.grant.ItemHandedOver;
import org.homeward.grant.money.Money;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;

/** Approved, its money is reserved in the fund; not everything is handed over yet. */
record Reserved(Terms terms, Instant approved, List<Item> items) implements Running {

    Reserved {
        items = List.copyOf(items);
    }

    static Decision<Reserved> make(UUID id, Terms terms, List<Granted> granted, Instant at) {
        return Decision.of(
                new Reserved(terms, at, granted.stream().map(Granted::item).toList()),
                new GrantApproved(
                        id,
                        terms.application(),
                        terms.person().beneficiary(),
                        terms.fund(),
                        terms.programme(),
                        terms.person().district(),
                        terms.sector(),
                        terms.amount().inEvent(),
                        terms.womenLed()));
    }

    Booked order(Act act, UUID item, Money price, Secret<String> supplier) {
        return with(act, purchase(item).order(act, price, supplier));
    }

    Booked receive(Act act, UUID item) {
        return with(act, purchase(item).receive(act));
    }

    Booked handOver(Act act, UUID item, Signature signature) {
        return with(
                act,
                purchase(item).handOver(act, signature),
                new ItemHandedOver(act.grant(), item));
    }

    Booked giveBack(Act act, UUID item, Secret<String> reason) {
        return with(act, purchase(item).giveBack(act, reason));
    }

    /**
     * @throws OwnApproval as {@link #pay}
     */
    Booked confirmReturn(Act act, UUID item) {
        requireFinance(act);
        return with(act, purchase(item).confirmReturn(act));
    }

    Booked refuseReturn(Act act, UUID item) {
        return with(act, purchase(item).refuseReturn());
    }

    /** With the last item that somebody waited for, the whole grant is handed over. */
    @Override
    public Booked with(Act act, Moved moved, Event... events) {
        var changed =
                items.stream()
                        .map(one -> one.id().equals(moved.item().id()) ? moved.item() : one)
                        .toList();
        boolean waiting = !changed.stream().allMatch(Item::isDone);
        if (waiting || changed.stream().noneMatch(Item::isHandedOver)) {
            return new Booked(
                    Decision.of(new Reserved(terms, approved, changed), events), moved.movements());
        }
        var told = new ArrayList<>(Arrays.asList(events));
        told.add(
                new GrantHandedOver(
                        act.grant(), terms.programme(), terms.person().district(), terms.sector()));
        return new Booked(
                new Decision<>(
                        new HandedOver(terms, approved, changed, act.today(), List.of()), told),
                moved.movements());
    }

    /** Only the first month is paid ahead: no visit is made yet that could find nobody. */
    @Override
    public void requireDue(Rent rent, Act act) {
        rent.requireDay(act.today());
        if (rent.isHandedOver()) {
            throw new RentNotDue(RentNotDue.Because.NOT_HANDED_OVER, rent.due(act.today()));
        }
    }

    /** It can be closed only when nothing came of it: else it is handed over first. */
    @Override
    public List<Unfinished> missing() {
        return items.stream().allMatch(Item::isDone) ? List.of() : List.of(Unfinished.ITEMS);
    }

    @Override
    public Closed closed(Act act) {
        return new Closed(terms, approved, items, null, List.of(), act.by(), act.at());
    }

    /** Rent is not ordered and received, only paid. */
    private Purchase purchase(UUID id) {
        return switch (item(id)) {
            case Purchase purchase -> purchase;
            case Rent rent -> throw new StateConflict(rent.state().name());
        };
    }
}
