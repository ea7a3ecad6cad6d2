package org.homeward.story.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.contracts.story.StoryKind;
import org.homeward.story.consent.Basis;
import org.homeward.story.picture.Size;
import org.homeward.story.text.Language;
import org.jspecify.annotations.Nullable;

/** What stands at a public address. The words are not here: they stay sealed in the story. */
public sealed interface PublicPage {

    /**
     * Random, and in the address. What joins it to the story's id is this row and the event of the
     * publication; neither id tells of a person.
     */
    UUID id();

    /**
     * Can be read while the consents it rests on are in force.
     *
     * @param closes the last day of a call for entries; null for everything else
     * @param standsAt where a page stands; null for everything else
     * @param consents of everybody in it, to its text
     * @param photographs consents of everybody who is shown; null in pages opened before there were
     *     pictures
     * @param images in the order of the page; null in pages opened before there were any
     * @param textHash what they consented to
     */
    record Open(
            UUID id,
            UUID story,
            StoryKind kind,
            List<Language> languages,
            @Nullable String region,
            @Nullable Sector sector,
            @Nullable LocalDate closes,
            @Nullable StandsAt standsAt,
            boolean nameChanged,
            List<UUID> consents,
            List<Basis.Shown> photographs,
            List<Image> images,
            String textHash,
            Instant published)
            implements PublicPage {

        public Open {
            photographs = photographs == null ? List.of() : List.copyOf(photographs);
            images = images == null ? List.of() : List.copyOf(images);
        }

        /** What has to be in force whenever it is read. */
        public Basis basis() {
            return new Basis(story, textHash, consents, photographs);
        }
    }

    /**
     * A picture that it shows.
     *
     * @param sizes it can be had in, the smallest first
     */
    record Image(UUID id, List<Size> sizes) {}

    /** Could be read once. Nothing is left but the address, so that it answers 410 for ever. */
    record Gone(UUID id, Instant retracted) implements PublicPage {}
}
