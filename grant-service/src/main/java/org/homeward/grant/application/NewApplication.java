package org.homeward.grant.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.homeward.kit.web.RandomId;
import org.jspecify.annotations.Nullable;

/**
 * @param id made by the caller, who may have been offline; null to let the service make one
 * @param beneficiary must be known here by event; a person just registered is after some seconds
 */
record NewApplication(
        @Nullable @RandomId UUID id,
        @NotNull UUID beneficiary,
        @NotNull @Valid StatedProposal proposal) {}
