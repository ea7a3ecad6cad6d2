package org.homeward.story.export;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.homeward.kit.export.Told;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.story.editorial.Portrayed;
import org.homeward.story.editorial.Profile;
import org.homeward.story.editorial.Published;
import org.homeward.story.editorial.Story;
import org.homeward.story.text.StoryText;
import org.jspecify.annotations.Nullable;

/**
 * A story as it is told to somebody who is in it or was. Its words only where it never named
 * anybody else, or where everybody can read them: a draft may tell of others what they have not
 * agreed to. Why a reviewer sent it back or somebody retracted it is not told, nor who of the staff
 * did what.
 */
final class ToldStory {

    private static final String WORDS = "words";

    private ToldStory() {}

    /**
     * @param consent by which it names her
     * @param isPublic whether everybody can read it at this moment
     * @param site what the public site calls a kind, region or sector in her language
     * @return the story, followed by its words in each of its languages if they are told
     */
    static List<Told> of(Story story, UUID consent, boolean isPublic, UnaryOperator<String> site) {
        var told = Told.of("STORY").and("state", story.stateName());
        return story.words()
                .map(
                        words ->
                                switch (words.legibility()) {
                                    case ERASED -> List.of(told);
                                    case UNAVAILABLE -> List.of(told.and(WORDS, "UNAVAILABLE"));
                                    case READABLE -> {
                                        var text = words.open();
                                        var hers = hers(told, story, text, consent);
                                        yield isPublic || isAlone(consent, story.profile())
                                                ? whole(hers, story.profile(), text, site)
                                                : List.of(hers.and(WORDS, "WITHHELD"));
                                    }
                                })
                .orElseGet(() -> List.of(told));
    }

    private static boolean isAlone(UUID consent, Profile profile) {
        return profile.named().equals(List.of(consent));
    }

    private static Told hers(Told told, Story story, StoryText text, UUID consent) {
        var profile = story.profile();
        return told.and("publishedOn", publication(story))
                .and(
                        "nameChanged",
                        profile.persons().stream()
                                .filter(person -> person.consent().equals(consent))
                                .map(Portrayed::nameChanged)
                                .toList())
                .and("name", text.pseudonyms().get(consent))
                .and(
                        "pictures",
                        profile.pictures().stream()
                                .filter(picture -> picture.shown().contains(consent))
                                .count());
    }

    private static @Nullable LocalDate publication(Story story) {
        return story instanceof Published published
                ? LocalDate.ofInstant(published.at(), ProgrammeClock.ZONE)
                : null;
    }

    private static List<Told> whole(
            Told hers, Profile profile, StoryText text, UnaryOperator<String> site) {
        var told = hers.and("kind", profile.kind().name(), site.apply("kind." + profile.kind()));
        var region = profile.region();
        if (region != null) {
            told = told.and("region", region, site.apply("region." + region));
        }
        var sector = profile.sector();
        if (sector != null) {
            told = told.and("sector", sector.name(), site.apply("sector." + sector));
        }
        var all = new ArrayList<Told>();
        all.add(told);
        text.versions()
                .forEach(
                        (language, version) ->
                                all.add(
                                        Told.of("VERSION")
                                                .and("language", language.tag())
                                                .and(
                                                        "text",
                                                        version.asOneText()
                                                                .lines()
                                                                .filter(line -> !line.isBlank())
                                                                .toList())));
        return all;
    }
}
