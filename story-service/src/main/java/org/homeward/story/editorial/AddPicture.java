package org.homeward.story.editorial;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import java.util.UUID;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.RandomId;
import org.homeward.story.picture.Darkroom;
import org.jspecify.annotations.Nullable;

/**
 * Body of a new picture.
 *
 * @param id made by the client, or left out
 * @param content the file, a JPEG or PNG, in base64
 */
record AddPicture(
        @Nullable @RandomId UUID id, @NotNull @Size(max = LONGEST_CONTENT) String content) {

    private static final int LONGEST_CONTENT = (Darkroom.MOST_BYTES + 2) / 3 * 4;

    /** The client's id, or a new one. */
    UUID picture() {
        return id == null ? UUID.randomUUID() : id;
    }

    /**
     * @throws InvalidBody when it is not base64
     */
    byte[] bytes() {
        try {
            return Base64.getDecoder().decode(content);
        } catch (IllegalArgumentException other) {
            throw new InvalidBody("/content", "must be base64");
        }
    }

    /** Nothing of the picture, which may show somebody. */
    @Override
    public String toString() {
        return "AddPicture[" + id + "]";
    }
}
