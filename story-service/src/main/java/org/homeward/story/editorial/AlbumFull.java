package org.homeward.story.editorial;

import java.util.Map;
import org.homeward.kit.web.Problem;

/** As many pictures were sent in for a story as are kept for one. */
final class AlbumFull extends Problem {

    private static final long serialVersionUID = 1L;

    AlbumFull() {
        super(
                409,
                "album-full",
                "Too many pictures",
                "No more pictures are kept for one story.",
                Map.of("most", Album.MOST));
    }
}
