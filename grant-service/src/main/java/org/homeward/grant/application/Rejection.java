package org.homeward.grant.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param reason for the applicant; what would have to be otherwise
 */
record Rejection(@NotBlank @Size(max = 2000) String reason) {}
