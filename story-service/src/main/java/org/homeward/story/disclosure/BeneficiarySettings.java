package org.homeward.story.disclosure;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How beneficiary-service is asked.
 *
 * @param baseUrl where it is, without a slash at the end
 * @param tokenUri where this service gets its tokens
 * @param clientId under which it gets them
 * @param clientSecretFile file with its secret; no default, and no start without it
 * @param connectTimeout for the connection
 * @param readTimeout for the answer
 * @param testsPerHour how many disclosure tests one user may make; default 60
 */
@Validated
@ConfigurationProperties("homeward.beneficiary")
record BeneficiarySettings(
        @NotNull URI baseUrl,
        @NotNull URI tokenUri,
        @NotBlank String clientId,
        @NotNull Path clientSecretFile,
        @DefaultValue("PT2S") Duration connectTimeout,
        @DefaultValue("PT5S") Duration readTimeout,
        @DefaultValue("60") @Min(1) int testsPerHour) {}
