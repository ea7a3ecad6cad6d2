package org.homeward.story.site;

/** There never was such a page, or not in this language. */
final class PageNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PageNotFound() {
        super("no such page", null, false, false);
    }
}
