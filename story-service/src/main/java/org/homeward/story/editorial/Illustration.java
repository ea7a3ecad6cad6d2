package org.homeward.story.editorial;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.story.consent.Basis;
import org.homeward.story.picture.Size;
import org.homeward.story.text.Depicted;

/**
 * A picture in a story.
 *
 * @param hash of the picture: who is shown consents to it, and everybody with the text
 * @param sizes it can be had in, the smallest first
 * @param faces how many can be recognised in it, as the author declares
 * @param shown the consents to be shown, of everybody in it; known here only by them
 */
public record Illustration(
        UUID picture, String hash, List<Size> sizes, int faces, List<UUID> shown) {

    public Illustration {
        sizes = List.copyOf(sizes);
        shown = List.copyOf(shown);
    }

    /** Whether somebody's face has no consent beside it. */
    boolean lacksConsent() {
        return shown.size() < faces;
    }

    /** What must be in force for it to be public. */
    List<Basis.Shown> basis() {
        return shown.stream().map(consent -> new Basis.Shown(consent, hash)).toList();
    }

    Depicted depicted() {
        return new Depicted(hash, Set.copyOf(shown));
    }
}
