package org.homeward.story.picture;

import org.homeward.kit.journal.AggregateType;

/** How pictures are kept: each under a key of its own. */
public final class PictureRecords {

    /** How the state of one that is kept is named. */
    public static final String KEPT = "picture.kept";

    public static final AggregateType<Picture> PICTURES =
            AggregateType.of("picture", Picture.class, "pictures");

    private PictureRecords() {}
}
