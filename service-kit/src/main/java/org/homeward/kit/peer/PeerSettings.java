package org.homeward.kit.peer;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * As whom this service asks others. Neither id nor secret has a default.
 *
 * @param clientId under which the identity service knows this service
 * @param clientSecretFile a file with its secret and nothing else; not readable, no start
 * @param tokenUri where tokens are had; an address, not an issuer to be looked up, so that the
 *     service starts while the identity service is away
 * @param peerConnectTimeout for one connection
 * @param peerReadTimeout from the question to the last byte of the answer
 * @param peerPause how long one that failed is left alone
 */
@Validated
@ConfigurationProperties("homeward")
record PeerSettings(
        @NotBlank String clientId,
        @NotNull Path clientSecretFile,
        @NotNull URI tokenUri,
        @DefaultValue("2s") Duration peerConnectTimeout,
        @DefaultValue("5s") Duration peerReadTimeout,
        @DefaultValue("10s") Duration peerPause) {}
