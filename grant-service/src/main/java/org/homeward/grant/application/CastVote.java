package org.homeward.grant.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * @param reason for the minutes
 */
record CastVote(@NotNull Ballot ballot, @NotBlank @Size(max = 2000) String reason) {}
