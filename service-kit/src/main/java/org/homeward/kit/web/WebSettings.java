package org.homeward.kit.web;

import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How a service speaks HTTP.
 *
 * @param maxBody larger bodies are answered 413; default 64 KiB
 * @param largerBodies the same for single endpoints, by the pattern of their path; default none
 * @param limits how often one subject may make single calls, by method and pattern of the path as
 *     in the role table; default none
 * @param contentSecurityPolicy for every answer; the default fits answers that are no pages
 * @param origins of web pages that a browser lets read the answers (scheme, host and port, as it
 *     writes them); none by default
 * @param accessTable where the role table is; the published one by default
 */
@ConfigurationProperties("homeward.web")
public record WebSettings(
        @DefaultValue("64KB") DataSize maxBody,
        @DefaultValue Map<String, DataSize> largerBodies,
        @DefaultValue Map<String, RateLimit> limits,
        @DefaultValue("default-src 'none'; frame-ancestors 'none'") String contentSecurityPolicy,
        @DefaultValue Set<String> origins,
        @DefaultValue("classpath:org/homeward/contracts/access.yaml") String accessTable) {}
