package org.homeward.kit.journal;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param masterKeyFile file with 32 random bytes in base64; no default, and no start without it
 */
@Validated
@ConfigurationProperties("homeward")
record JournalSettings(@NotNull Path masterKeyFile) {}
