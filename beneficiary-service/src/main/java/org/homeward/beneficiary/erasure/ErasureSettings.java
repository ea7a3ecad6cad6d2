package org.homeward.beneficiary.erasure;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What certificates say and are signed by.
 *
 * @param certificateKeyFile file with 32 random bytes in base64, which are an Ed25519 key; no
 *     default, and no start without it
 * @param backupDays how long back-ups of vaults are kept, 0 to 3650 days; default 35
 */
@Validated
@ConfigurationProperties("homeward")
record ErasureSettings(
        @NotNull Path certificateKeyFile, @DefaultValue("35") @Min(0) @Max(3650) int backupDays) {}
