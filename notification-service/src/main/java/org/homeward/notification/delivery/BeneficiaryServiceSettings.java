package org.homeward.notification.delivery;

import jakarta.validation.constraints.NotNull;
import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param beneficiaryUrl scheme, host and port of beneficiary-service
 */
@Validated
@ConfigurationProperties("homeward")
record BeneficiaryServiceSettings(@NotNull URI beneficiaryUrl) {}
