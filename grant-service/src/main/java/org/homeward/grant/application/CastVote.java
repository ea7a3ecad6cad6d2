package org.homeward.grant.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

/**
 * @param submission the number of the one that was read: a vote is not for what is handed in later
 * @param reason for the minutes
 */
record CastVote(
        @NotNull @Positive Integer submission,
        @NotNull Ballot ballot,
        @NotBlank @Size(max = 2000) String reason) {}
