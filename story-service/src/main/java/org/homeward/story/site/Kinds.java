package org.homeward.story.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.homeward.contracts.story.StoryKind;
import org.jspecify.annotations.Nullable;

/** The kinds by which readers may narrow the list, as they stand in addresses. */
final class Kinds {

    /** All that is listed: a standing page is not. */
    static final List<StoryKind> LISTED =
            Arrays.stream(StoryKind.values()).filter(kind -> kind != StoryKind.PAGE).toList();

    private Kinds() {}

    /** What stands behind the path of a list: nothing where all kinds are shown. */
    static String query(@Nullable StoryKind kind) {
        return kind == null ? "" : "?kind=" + name(kind);
    }

    /**
     * @throws PageNotFound when there is no list of such
     */
    static @Nullable StoryKind read(@Nullable String name) {
        if (name == null) {
            return null;
        }
        return LISTED.stream()
                .filter(kind -> name(kind).equals(name))
                .findFirst()
                .orElseThrow(PageNotFound::new);
    }

    private static String name(StoryKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
