package org.homeward.grant.application;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * @param what has to be changed before it is handed in again
 */
record WantedRevision(@NotBlank @Size(max = 4000) String what) {}
