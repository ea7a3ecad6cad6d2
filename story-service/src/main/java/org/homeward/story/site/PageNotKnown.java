package org.homeward.story.site;

/** Whether the page may be shown can't be known at this moment. */
final class PageNotKnown extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PageNotKnown() {
        super("not known whether the page may be shown", null, false, false);
    }
}
