package org.homeward.story.text;

import org.homeward.contracts.Sector;
import org.jspecify.annotations.Nullable;

/**
 * What the page of a story says beside its words; people consent to it with them.
 *
 * @param nameChanged whether the page says that names were changed
 * @param region by ISO 3166-2:TJ; null where none is shown
 * @param sector null where none is shown
 */
public record Setting(boolean nameChanged, @Nullable String region, @Nullable Sector sector) {}
