package org.homeward.story.consent;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a story needs to be public.
 *
 * @param textHash the digest of its text in its setting
 * @param persons the consents to this text, of everybody in it; nobody's for news
 * @param photographs the consents to be shown, of everybody who is in a picture
 */
public record Basis(UUID story, String textHash, List<UUID> persons, List<Shown> photographs) {

    /**
     * Somebody in a picture.
     *
     * @param picture the digest of the one that she was shown
     */
    public record Shown(UUID consent, String picture) {}

    public Basis {
        persons = List.copyOf(persons);
        photographs = List.copyOf(photographs);
    }

    /** All of them, each once. */
    public List<UUID> consents() {
        return Stream.concat(persons.stream(), photographs.stream().map(Shown::consent))
                .distinct()
                .toList();
    }
}
