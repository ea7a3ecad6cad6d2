package org.homeward.grant.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.homeward.grant.inkind.ItemKind;
import org.homeward.grant.money.StatedMoney;
import org.homeward.kit.sealing.Secret;
import org.jspecify.annotations.Nullable;

/**
 * An item of an application, as it is said over HTTP both ways.
 *
 * @param quantity whole units
 * @param unitPrice for rent: of one month
 * @param months for rent only, and there always
 */
@MonthsForRentOnly
record StatedItem(
        @NotNull ItemKind kind,
        @NotBlank @Size(max = 500) String description,
        @NotNull @Min(1) @Max(10_000) Integer quantity,
        @NotNull @Valid StatedMoney unitPrice,
        @Nullable @Min(1) @Max(60) Integer months) {

    static StatedItem of(Item item) {
        return new StatedItem(
                item.kind(),
                item.description().open(),
                item.quantity(),
                StatedMoney.of(item.unitPrice()),
                item.months());
    }

    Item item() {
        return new Item(kind, Secret.of(description), quantity, unitPrice.money(), months);
    }
}
