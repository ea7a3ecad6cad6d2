package org.homeward.story.disclosure;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.StateConflict;
import org.homeward.story.disclosure.DisclosureTest.LanguageText;
import org.homeward.story.editorial.Portrayed;
import org.homeward.story.editorial.Profile;
import org.homeward.story.editorial.ReadingStories;

@UseCase("Test whether a story gives away who is in it; nothing of question or answer is kept")
class TestingAStory {

    private final ReadingStories stories;
    private final AccessLog accesses;
    private final DisclosureTest test;

    TestingAStory(ReadingStories stories, AccessLog accesses, DisclosureTest test) {
        this.stories = stories;
        this.accesses = accesses;
        this.test = test;
    }

    List<Hit> test(UUID id, Actor actor, Scope scope, Purpose purpose) {
        var stored = stories.findOfAnother(id, actor, scope);
        var story = stored.state();
        var words = story.words().orElseThrow(() -> new StateConflict(story.stateName()));
        accesses.record(actor, purpose, "story", story.profile().records());
        var texts =
                words.open().versions().entrySet().stream()
                        .map(
                                version ->
                                        new LanguageText(
                                                version.getKey().tag(),
                                                version.getValue().asOneText()))
                        .toList();
        var underRealName =
                story.profile().persons().stream()
                        .filter(person -> !person.nameChanged())
                        .map(Portrayed::consent)
                        .toList();
        // who is only shown, or was left out, may be named all the same
        return story.profile().named().stream()
                .flatMap(consent -> hits(consent, story.profile(), texts, purpose).stream())
                .map(hit -> underRealName.contains(hit.consent()) ? hit.underRealName() : hit)
                .toList();
    }

    /** Who was left out may have been named by mistake, or be erased since it is public. */
    private List<Hit> hits(
            UUID consent, Profile profile, List<LanguageText> texts, Purpose purpose) {
        try {
            return test.test(consent, texts, purpose.code());
        } catch (ConsentUnknown unknown) {
            if (profile.consents().contains(consent)) {
                throw unknown;
            }
            return List.of();
        }
    }
}
