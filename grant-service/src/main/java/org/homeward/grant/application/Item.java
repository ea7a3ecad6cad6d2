package org.homeward.grant.application;

import java.util.UUID;
import org.homeward.grant.inkind.Granted;
import org.homeward.grant.inkind.ItemKind;
import org.homeward.grant.money.Money;
import org.homeward.kit.sealing.Secret;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an application asks for.
 *
 * @param description in the applicant's words
 * @param quantity whole units, at least one
 * @param unitPrice of one unit, for rent of one month of it
 * @param months how long rent is paid; only for rent, and always
 */
record Item(
        ItemKind kind,
        Secret<String> description,
        int quantity,
        Money unitPrice,
        @Nullable Integer months) {

    Item {
        if ((kind == ItemKind.RENT) != (months != null)) {
            throw new IllegalArgumentException("months belong to rent, and only to rent");
        }
        if (quantity < 1 || (months != null && months < 1)) {
            throw new IllegalArgumentException("an item is at least one");
        }
    }

    /** As an item of the grant; its words stay here. */
    Granted granted(UUID id) {
        return new Granted(id, kind, quantity, unitPrice, months);
    }

    Money cost() {
        var units = unitPrice.times(quantity);
        return months == null ? units : units.times(months);
    }
}
