package org.homeward.kit.inbox;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param consumer under which positions are kept, and the consumer group: the service's name. With
 *     another name all events are handled again from the beginning
 * @param watched topics whose news this service must be able to tell old from current; none by
 *     default
 * @param repairInterval how often aggregates are looked for that wait for nothing any more
 * @param longestTransaction how long a rebuild of a projection waits for transactions to end; by
 *     default the database is asked for its limit
 */
@Validated
@ConfigurationProperties("homeward.inbox")
record InboxSettings(
        @NotBlank String consumer,
        @DefaultValue Set<String> watched,
        @DefaultValue("10s") Duration repairInterval,
        @Nullable Duration longestTransaction) {}
