package org.homeward.story.editorial;

import static org.homeward.story.editorial.StoryRecords.STORIES;

import java.util.UUID;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.Unavailable;
import org.homeward.story.consent.ConsentGuard;
import org.homeward.story.consent.Consents;
import org.homeward.story.publication.PublicPage;
import org.homeward.story.publication.PublicPages;

@UseCase("Publish an approved story to whose text everybody in it agrees")
class PublishingAStory {

    private static final int TRY_AGAIN = 5;

    private final Journal journal;
    private final Consents consents;
    private final ConsentGuard guard;
    private final PublicPages pages;
    private final ProgrammeClock clock;

    PublishingAStory(
            Journal journal,
            Consents consents,
            ConsentGuard guard,
            PublicPages pages,
            ProgrammeClock clock) {
        this.journal = journal;
        this.consents = consents;
        this.guard = guard;
        this.pages = pages;
        this.clock = clock;
    }

    Receipt publish(UUID id, Call call) {
        return journal.run(
                call,
                change -> {
                    var story = change.loadMatching(STORIES, id, call);
                    var approved = story.state().as(Approved.class);
                    var needed = approved.profile().basis(approved.textHash()).consents();
                    if (!guard.isCurrent(needed)) {
                        throw new Unavailable(
                                "News of a consent may be under way: nothing is published now.",
                                TRY_AGAIN);
                    }
                    var decision =
                            approved.publish(
                                    consents.known(change, needed),
                                    clock.today(),
                                    UUID.randomUUID(),
                                    change.now());
                    Album.requireKept(change, approved.profile());
                    consents.support(change, needed, id);
                    pages.open(change, page(decision.state()));
                    return Receipt.ok("/api/v1/stories/" + id, change.update(story, decision));
                });
    }

    private static PublicPage.Open page(Published story) {
        var profile = story.profile();
        var basis = profile.basis(story.textHash());
        return new PublicPage.Open(
                story.page(),
                profile.story(),
                profile.kind(),
                story.text().open().languages(),
                profile.region(),
                profile.sector(),
                profile.closes(),
                profile.standsAt(),
                profile.nameChanged(),
                basis.persons(),
                basis.photographs(),
                profile.pictures().stream()
                        .map(one -> new PublicPage.Image(one.picture(), one.sizes()))
                        .toList(),
                story.textHash(),
                story.at());
    }
}
