package org.homeward.grant.inkind;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.RandomId;

/**
 * @param evidence id under which the scan of the delivery note with signature or thumbprint is
 *     kept; it proves one handover
 * @param hash SHA-256 of the scan, as it is told where it is kept
 * @param serialNumbers of the units, or the tags they were given; equipment has one for each unit
 */
record Handover(
        @NotNull Signature.Way way,
        @NotNull @RandomId UUID evidence,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash,
        @NotNull @Size(max = 1000)
                List<@NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9 ./-]{0,39}") String>
                        serialNumbers) {

    Signature signature() {
        return new Signature(way, evidence, hash, Secret.of(new SerialNumbers(serialNumbers)));
    }
}
