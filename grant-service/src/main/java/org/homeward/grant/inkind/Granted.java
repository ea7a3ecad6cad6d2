package org.homeward.grant.inkind;

import java.util.UUID;
import org.homeward.grant.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One item as it was approved.
 *
 * @param unitPrice of one unit, for rent of one month of it
 * @param months for rent only, and there always
 */
public record Granted(
        UUID id, ItemKind kind, int quantity, Money unitPrice, @Nullable Integer months) {

    Item item() {
        var price = unitPrice.times(quantity);
        return months == null
                ? Purchase.requested(id, kind, quantity, price)
                : Rent.agreed(id, price, months);
    }
}
