package org.homeward.grant.inkind;

import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Event;
import org.homeward.contracts.grant.GrantClosed;
import org.homeward.contracts.grant.RentPaid;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.NotFound;

/** A grant on its way: its items are bought and handed over, its rent is paid, month by month. */
sealed interface Running extends Grant permits Reserved, HandedOver {

    /** The same grant with one item as it has become. */
    Booked with(Act act, Moved moved, Event... events);

    /**
     * @throws RentNotDue when the next month can't be paid yet, or not after what a visit found
     */
    void requireDue(Rent rent, Act act);

    /** What would be missing if it were closed now; nothing when it can be. */
    List<Unfinished> missing();

    /** The same as it ends. */
    Closed closed(Act act);

    /**
     * Finance confirms that an item, or the next month of its rent, is paid.
     *
     * @throws OwnApproval when who approved the grant would confirm
     * @throws OwnVisit when who visited the business would
     * @throws RentNotDue as {@link #requireDue}
     * @throws NotFound when there is no such item
     */
    default Booked pay(Act act, UUID item, UUID payment) {
        requireFinance(act);
        return switch (item(item)) {
            case Purchase purchase -> with(act, purchase.pay(act, payment));
            case Rent rent -> {
                var paid = rent.pay(act, payment);
                requireDue(rent, act);
                yield with(act, paid, new RentPaid(act.grant(), rent.monthly().inEvent()));
            }
        };
    }

    /**
     * @throws OwnApproval when who approved the grant would confirm where its money went
     * @throws OwnVisit when who visited the business would
     */
    default void requireFinance(Act act) {
        if (act.by().equals(terms().approvedBy())) {
            throw new OwnApproval();
        }
    }

    /** Gives an item up, or the months of rent that are not paid. */
    default Booked cancel(Act act, UUID item, Secret<String> reason) {
        return with(act, item(item).cancel(act, reason));
    }

    /**
     * @throws GrantUnfinished when something is to be handed over, paid or reported yet
     */
    default Booked close(Act act) {
        var missing = missing();
        if (!missing.isEmpty()) {
            throw new GrantUnfinished(missing);
        }
        return new Booked(Decision.of(closed(act), new GrantClosed(act.grant())), List.of());
    }
}
