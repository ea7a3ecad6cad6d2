package org.homeward.story.disclosure;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Disclosure tests.
 *
 * @param beneficiaryUrl where beneficiary-service is: scheme, host and port
 */
@Validated
@ConfigurationProperties("homeward")
record DisclosureSettings(@NotNull URI beneficiaryUrl) {}
