package org.homeward.grant.inkind;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * @param evidence SHA-256 of the scan of the delivery note with signature or thumbprint
 * @param serialNumbers of the units, or the tags they were given; equipment has one for each unit
 */
record Handover(
        @NotNull Signature.Way way,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String evidence,
        @NotNull @Size(max = 1000)
                List<@NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{0,39}") String>
                        serialNumbers) {

    Signature signature() {
        return new Signature(way, evidence, serialNumbers);
    }
}
