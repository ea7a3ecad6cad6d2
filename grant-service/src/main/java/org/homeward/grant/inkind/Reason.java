package org.homeward.grant.inkind;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param reason why an item is given up or given back
 */
record Reason(@NotBlank @Size(max = 2000) String reason) {}
