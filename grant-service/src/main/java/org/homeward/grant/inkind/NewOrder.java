package org.homeward.grant.inkind;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.homeward.grant.money.StatedMoney;

/**
 * @param price of all units together, in the currency of the fund
 * @param supplier with whom it is ordered
 */
record NewOrder(@NotNull @Valid StatedMoney price, @NotBlank @Size(max = 200) String supplier) {}
