package org.homeward.story.editorial;

import java.util.Map;
import org.homeward.kit.web.Problem;

/** The draft shows the picture: what its words say of it would stand beside another. */
final class PictureShown extends Problem {

    private static final long serialVersionUID = 1L;

    PictureShown() {
        super(
                409,
                "picture-shown",
                "Picture in the story",
                "The draft shows it: take it out there first.",
                Map.of());
    }
}
