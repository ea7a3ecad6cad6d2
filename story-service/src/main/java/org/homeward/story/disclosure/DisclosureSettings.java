package org.homeward.story.disclosure;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Disclosure tests.
 *
 * @param beneficiaryUrl where beneficiary-service is: scheme, host and port
 * @param disclosureTestsPerHour how many one user may make; default 60
 */
@Validated
@ConfigurationProperties("homeward")
record DisclosureSettings(
        @NotNull URI beneficiaryUrl, @DefaultValue("60") @Min(1) int disclosureTestsPerHour) {}
