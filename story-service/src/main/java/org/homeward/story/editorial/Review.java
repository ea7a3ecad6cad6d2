package org.homeward.story.editorial;

/** The two looks that somebody other than the author takes at a story. */
public enum Review {
    /** Does it give away who the person is? By the protection-officer. */
    DISCLOSURE,
    /** Is it true, fair and well told? By the communications-lead. */
    CONTENT
}
