package org.homeward.grant.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param reason for the minutes: what the interest is
 */
record DeclaredInterest(@NotBlank @Size(max = 2000) String reason) {}
