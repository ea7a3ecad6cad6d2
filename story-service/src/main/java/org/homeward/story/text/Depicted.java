package org.homeward.story.text;

import java.util.Set;
import java.util.UUID;

/**
 * A picture of a story; people consent to the text with it.
 *
 * @param hash the digest by which it is consented to, in hexadecimal
 * @param persons the consents asked of everybody who is shown, whatever their order
 */
public record Depicted(String hash, Set<UUID> persons) {

    public Depicted {
        persons = Set.copyOf(persons);
    }
}
