package org.homeward.story.export;

import static org.homeward.story.editorial.StoryRecords.NAMED;
import static org.homeward.story.editorial.StoryRecords.STORIES;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.export.ExportView;
import org.homeward.kit.export.Labels;
import org.homeward.kit.export.Language;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.RecordsOf;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.NotFound;
import org.homeward.story.consent.ConsentGuard;
import org.homeward.story.consent.Consents;
import org.homeward.story.consent.Judgement.Verdict;
import org.homeward.story.editorial.Published;
import org.homeward.story.editorial.Story;
import org.springframework.context.MessageSource;

/** Also to who agrees to nothing any more: it is hers. */
@UseCase("Tell a person what stories tell of her, for her to read and to take elsewhere")
class ExportStories {

    private final Consents consents;
    private final ConsentGuard guard;
    private final Aggregates aggregates;
    private final Labels labels;
    private final MessageSource site;
    private final AccessLog accessLog;
    private final ProgrammeClock clock;

    ExportStories(
            Consents consents,
            ConsentGuard guard,
            Aggregates aggregates,
            Labels labels,
            MessageSource site,
            AccessLog accessLog,
            ProgrammeClock clock) {
        this.consents = consents;
        this.guard = guard;
        this.aggregates = aggregates;
        this.labels = labels;
        this.site = site;
        this.accessLog = accessLog;
        this.clock = clock;
    }

    /**
     * Recorded as a read of her before anything is read. Where no story names her any more there
     * are no records in it.
     *
     * @param consent that was asked of her for a story or a picture
     * @throws NotFound when nothing was ever written for it
     */
    ExportView export(UUID consent, Language language, Actor actor, Purpose purpose) {
        if (!consents.isWrittenFor(consent)) {
            throw new NotFound();
        }
        accessLog.record(actor, purpose, "consent", List.of(consent));
        var locale = Locale.of(language.tag());
        var told =
                RecordsOf.person(consent, STORIES, NAMED, aggregates).stream()
                        .flatMap(
                                story ->
                                        ToldStory.of(
                                                story,
                                                consent,
                                                isPublic(story),
                                                key -> site.getMessage(key, null, locale))
                                                .stream())
                        .toList();
        return ExportView.of(language, clock.today(), null, told, labels);
    }

    /** Whether everybody may read it at this moment, as far as that is certain. */
    private boolean isPublic(Story story) {
        if (!(story instanceof Published published)) {
            return false;
        }
        var basis = published.profile().basis(published.textHash());
        return guard.judge(basis.consents()).on(basis) == Verdict.IN_FORCE;
    }
}
