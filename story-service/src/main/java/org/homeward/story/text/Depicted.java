package org.homeward.story.text;

import java.util.Set;
import java.util.UUID;

/**
 * A picture of a story; people consent to the text with it.
 *
 * @param hash SHA-256 of the picture, in hexadecimal
 * @param persons the consents asked of everybody who is shown, whatever their order
 */
public record Depicted(String hash, Set<UUID> persons) {

    public Depicted {
        persons = Set.copyOf(persons);
    }
}
