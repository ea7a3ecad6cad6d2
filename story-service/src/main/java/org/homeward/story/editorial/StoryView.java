package org.homeward.story.editorial;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.sealing.Secret;
import org.homeward.story.publication.StandsAt;
import org.homeward.story.text.StoryText;
import org.homeward.story.text.Version;
import org.jspecify.annotations.Nullable;

/**
 * A story as its author and its reviewers see it.
 *
 * @param pseudonyms the names that were chosen instead of real ones, by consent
 * @param versions by language; empty once it is retracted
 * @param textHash what people consent to; null until both reviews have approved
 * @param returned what the last review wants changed; null if nothing
 * @param path of the public page; null unless it is or was public
 * @param retraction null unless it is retracted
 */
record StoryView(
        UUID id,
        String state,
        StoryKind kind,
        String author,
        String programme,
        @Nullable String region,
        @Nullable Sector sector,
        @Nullable LocalDate closes,
        @Nullable StandsAt standsAt,
        List<Portrayed> persons,
        Map<UUID, String> pseudonyms,
        List<Illustration> pictures,
        Map<String, Version> versions,
        @Nullable String textHash,
        @Nullable Approval disclosureReview,
        @Nullable Approval contentReview,
        @Nullable ReturnedView returned,
        @Nullable String path,
        @Nullable RetractionView retraction) {

    /** A reviewer's no. */
    record ReturnedView(Review review, String reviewer, String reason, Instant at) {}

    /**
     * @param reason null where a consent ended, and for those who may not know it
     */
    record RetractionView(Instant at, @Nullable String reason) {}

    /**
     * @param reason of a retraction by hand
     */
    static StoryView of(Stored<Story> stored, @Nullable String reason) {
        var story = stored.state();
        var profile = story.profile();
        return new StoryView(
                stored.id(),
                story.stateName(),
                profile.kind(),
                profile.author(),
                profile.programme(),
                profile.region(),
                profile.sector(),
                profile.closes(),
                profile.standsAt(),
                profile.persons(),
                story.words().map(text -> text.open().pseudonyms()).orElse(Map.of()),
                profile.pictures(),
                story.words().map(Secret::open).map(StoryView::versions).orElse(Map.of()),
                hash(story),
                story instanceof InReview review ? review.disclosure() : disclosure(story),
                story instanceof InReview review ? review.content() : content(story),
                story instanceof Draft draft ? returned(draft.returned()) : null,
                path(story),
                story instanceof Retracted gone ? new RetractionView(gone.at(), reason) : null);
    }

    private static Map<String, Version> versions(StoryText text) {
        var versions = new LinkedHashMap<String, Version>();
        text.versions().forEach((language, version) -> versions.put(language.tag(), version));
        return versions;
    }

    private static @Nullable Approval disclosure(Story story) {
        return story instanceof Approved approved ? approved.disclosure() : null;
    }

    private static @Nullable Approval content(Story story) {
        return story instanceof Approved approved ? approved.content() : null;
    }

    private static @Nullable String hash(Story story) {
        return switch (story) {
            case Approved approved -> approved.textHash();
            case Published published -> published.textHash();
            case Draft _, InReview _, Retracted _, Erased _ -> null;
        };
    }

    private static @Nullable String path(Story story) {
        return switch (story) {
            case Published published -> "/stories/" + published.page();
            case Retracted retracted -> "/stories/" + retracted.page();
            case Draft _, InReview _, Approved _, Erased _ -> null;
        };
    }

    private static @Nullable ReturnedView returned(@Nullable Returned returned) {
        return returned == null
                ? null
                : new ReturnedView(
                        returned.review(),
                        returned.reviewer(),
                        returned.reason().open(),
                        returned.at());
    }
}
