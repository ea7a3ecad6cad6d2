package org.homeward.story.site;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.story.picture.Size;
import org.homeward.story.publication.PublicPage;

/**
 * A picture as a browser needs it.
 *
 * @param path of the picture, without a size
 * @param sizes the smallest first
 * @param alternative what it shows, for who can't see it
 */
record Image(String path, List<Size> sizes, String alternative) {

    static Image of(UUID page, PublicPage.Image image, String alternative) {
        return new Image(
                "/stories/" + page + "/pictures/" + image.id(), image.sizes(), alternative);
    }

    /** For browsers that choose none of the sizes. */
    public String source() {
        return path(sizes.getFirst());
    }

    /** All sizes, for a browser to choose by its width. */
    public String sources() {
        return sizes.stream()
                .map(size -> path(size) + " " + size.width() + "w")
                .collect(Collectors.joining(", "));
    }

    /** So that the browser keeps the room free before the picture is there. */
    public int width() {
        return sizes.getLast().width();
    }

    public int height() {
        return sizes.getLast().height();
    }

    private String path(Size size) {
        return path + "/" + size.width();
    }
}
