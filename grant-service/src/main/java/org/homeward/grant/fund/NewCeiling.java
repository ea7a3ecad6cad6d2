package org.homeward.grant.fund;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.homeward.grant.money.StatedMoney;

/** The ceiling that replaces the one before. */
record NewCeiling(@NotNull @Valid StatedMoney ceiling) {}
