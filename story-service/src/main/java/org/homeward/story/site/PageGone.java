package org.homeward.story.site;

/** The page was retracted, or somebody's consent to it has ended. */
final class PageGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    PageGone() {
        super("the page is gone", null, false, false);
    }
}
