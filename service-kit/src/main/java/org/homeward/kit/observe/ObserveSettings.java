package org.homeward.kit.observe;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the logs may say.
 *
 * @param exceptionMessages whether an alarm prints messages of exceptions; off by default because
 *     they can quote personal data
 */
@ConfigurationProperties("homeward.observe")
public record ObserveSettings(@DefaultValue("false") boolean exceptionMessages) {}
