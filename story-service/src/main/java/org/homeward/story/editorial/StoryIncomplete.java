package org.homeward.story.editorial;

import java.util.List;
import java.util.Map;
import org.homeward.kit.web.Problem;

/** A draft that can't be reviewed yet, or an approved story of whose pictures one is gone. */
final class StoryIncomplete extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param missing parts of the draft, as the API names them
     */
    StoryIncomplete(List<String> missing) {
        super(
                409,
                "story-incomplete",
                "Story incomplete",
                "Each language needs a title, a teaser and a body; a story of people needs the consent"
                        + " asked of each, a call for entries its last day, a page the place where it stands, and"
                        + " each picture its words in each language and the consent of each face.",
                Map.of("missing", List.copyOf(missing)));
    }
}
