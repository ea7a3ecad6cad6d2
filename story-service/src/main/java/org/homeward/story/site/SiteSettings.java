package org.homeward.story.site;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.Map;
import org.homeward.story.text.Language;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The public site.
 *
 * @param baseUrl scheme, host and port under which readers know it, without a slash at its end
 * @param pageSize how many stories one part of the list shows
 * @param mission as the foot of every page names it
 */
@Validated
@ConfigurationProperties("homeward.site")
record SiteSettings(
        @NotNull URI baseUrl,
        @DefaultValue("12") @Min(1) @Max(50) int pageSize,
        @NotNull @Valid Mission mission) {

    /**
     * @param address in each language
     */
    record Mission(
            @NotNull Map<Language, @NotBlank String> address,
            @NotBlank String telephone,
            @NotBlank String fax,
            @NotBlank String email) {}
}
