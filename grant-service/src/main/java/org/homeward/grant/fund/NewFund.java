package org.homeward.grant.fund;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;
import org.homeward.grant.money.StatedMoney;
import org.homeward.kit.web.RandomId;
import org.jspecify.annotations.Nullable;

/**
 * @param id made by the caller, who may have been offline; null to let the service make one
 * @param programme code of the programme
 * @param donor code of the donor
 */
record NewFund(
        @Nullable @RandomId UUID id,
        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9-]{1,19}") String programme,
        @NotNull @Pattern(regexp = "[A-Z0-9-]{2,20}") String donor,
        @NotNull @Valid StatedMoney ceiling) {}
