package org.homeward.kit.relay;

import jakarta.validation.constraints.Min;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param topics those this service publishes on; without any there is no relay
 * @param watermarked those among them for which a {@link Watermark} is written
 * @param replication of topics that are made; 1 by default, 3 on a cluster
 */
@Validated
@ConfigurationProperties("homeward.relay")
record RelaySettings(
        @DefaultValue List<String> topics,
        @DefaultValue List<String> watermarked,
        @DefaultValue("1") @Min(1) short replication) {

    RelaySettings {
        topics = List.copyOf(topics);
        watermarked = List.copyOf(watermarked);
        if (!topics.containsAll(watermarked)) {
            throw new IllegalArgumentException(
                    "homeward.relay.watermarked names a topic that is not among the topics");
        }
    }
}
