package org.homeward.story.site;

import static org.homeward.story.editorial.StoryRecords.STORIES;
import static org.homeward.story.picture.PictureRecords.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.homeward.contracts.story.StoryKind;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.sealing.KeyDestroyed;
import org.homeward.kit.sealing.SealBroken;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.story.consent.ConsentGuard;
import org.homeward.story.consent.Judgement;
import org.homeward.story.consent.Judgement.Verdict;
import org.homeward.story.editorial.Story;
import org.homeward.story.picture.Picture;
import org.homeward.story.publication.PublicPage;
import org.homeward.story.publication.PublicPages;
import org.homeward.story.publication.StandsAt;
import org.homeward.story.text.Language;
import org.homeward.story.text.StoryText;
import org.homeward.story.text.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the public may read at this moment. Whether the consents are in force is found out for every
 * answer anew; nothing of it is remembered. A story that can't be opened with the keys at hand is
 * left out of what shows many.
 */
@Component
class PublicStories {

    /** As many as a reader who looks once a month won't miss. */
    private static final int FEED_LENGTH = 30;

    private final PublicPages pages;
    private final Aggregates stories;
    private final ConsentGuard guard;
    private final Days days;
    private final Places places;
    private final ProgrammeClock clock;
    private final SiteSettings settings;

    PublicStories(
            PublicPages pages,
            Aggregates stories,
            ConsentGuard guard,
            Days days,
            Places places,
            ProgrammeClock clock,
            SiteSettings settings) {
        this.pages = pages;
        this.stories = stories;
        this.guard = guard;
        this.days = days;
        this.places = places;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * A page that may be read now.
     *
     * @throws PageNotFound when nothing ever stood there
     * @throws PageGone when it was retracted or a consent has ended
     * @throws PageNotKnown when news of a consent may be under way
     */
    PublicPage.Open readable(UUID id) {
        return switch (pages.find(id).orElseThrow(PageNotFound::new)) {
            case PublicPage.Gone _ -> throw new PageGone();
            case PublicPage.Open page ->
                    switch (verdict(guard.judge(page.basis().consents()), page)) {
                        case ENDED -> throw new PageGone();
                        case NOT_KNOWN -> throw new PageNotKnown();
                        case IN_FORCE -> page;
                    };
        };
    }

    /**
     * @throws PageNotFound also when it is not told in this language; the rest as {@link #readable}
     * @throws SealBroken when its key is missing or does not fit
     */
    Article article(UUID id, Language language) {
        var page = readable(id);
        var story =
                stories.find(STORIES, page.story(), Scope.everything()).orElseThrow(PageGone::new);
        var text = words(story).orElseThrow(PageGone::new);
        var version = Optional.ofNullable(text.versions().get(language));
        return article(page, version.orElseThrow(PageNotFound::new), language);
    }

    /**
     * A picture of a page that may be read now, in one of its sizes.
     *
     * @throws PageNotFound also when the page doesn't show it; the rest as {@link #readable}
     * @throws SealBroken when its key is missing or does not fit
     */
    byte[] picture(UUID id, UUID picture, int width) {
        var page = readable(id);
        if (page.images().stream().noneMatch(image -> image.id().equals(picture))) {
            throw new PageNotFound();
        }
        var kept =
                stories.find(PICTURES, picture, Scope.everything())
                        .map(Stored::state)
                        .filter(Picture.Kept.class::isInstance)
                        .map(Picture.Kept.class::cast)
                        .orElseThrow(PageGone::new);
        var print =
                kept.prints().stream()
                        .filter(one -> one.size().width() == width)
                        .findFirst()
                        .orElseThrow(PageNotFound::new);
        try {
            return print.jpeg().open();
        } catch (KeyDestroyed retracted) {
            throw new PageGone();
        }
    }

    /** The mission's own page at a fixed address; empty where none may be read now. */
    Optional<Article> standing(StandsAt place, Language language) {
        try {
            return pages.standing(place, language)
                    .filter(page -> verdict(judge(List.of(page)), page) == Verdict.IN_FORCE)
                    .flatMap(
                            page ->
                                    stories.find(STORIES, page.story(), Scope.everything())
                                            .flatMap(PublicStories::words)
                                            .map(text -> text.versions().get(language))
                                            .map(version -> article(page, version, language)));
        } catch (SealBroken alarmed) {
            return Optional.empty();
        }
    }

    /**
     * @param kind the only one to list; null for all
     * @param cursor as the part before it gave it; null for the newest part
     * @throws PageNotFound when it is no cursor
     */
    StoryList list(Language language, @Nullable StoryKind kind, @Nullable String cursor) {
        var after = cursor == null ? null : places.read(cursor, language, kind);
        var found = pages.newest(language, kind, after, settings.pageSize() + 1);
        boolean more = found.size() > settings.pageSize();
        var shown = more ? found.subList(0, settings.pageSize()) : found;
        var judgement = judge(shown);
        boolean known =
                shown.stream().noneMatch(page -> verdict(judgement, page) == Verdict.NOT_KNOWN);
        var cards = cards(readable(shown, judgement), language);
        var older = more ? places.after(shown.getLast(), language, kind) : null;
        return new StoryList(
                language, kind, cards.shown(), after == null, older, !known || !cards.complete());
    }

    /**
     * The newest that may be read now, for feeds; what can't be shown at this moment is left out.
     */
    List<StoryList.Card> latest(Language language) {
        var newest = pages.newest(language, null, null, FEED_LENGTH);
        return cards(readable(newest, judge(newest)), language).shown();
    }

    private Judgement judge(List<PublicPage.Open> shown) {
        return guard.judge(
                shown.stream().flatMap(page -> page.basis().consents().stream()).toList());
    }

    private static List<PublicPage.Open> readable(
            List<PublicPage.Open> shown, Judgement judgement) {
        return shown.stream().filter(page -> verdict(judgement, page) == Verdict.IN_FORCE).toList();
    }

    private static Verdict verdict(Judgement judgement, PublicPage.Open page) {
        return judgement.on(page.basis());
    }

    /**
     * @param complete whether all that should be shown could be opened
     */
    private record Cards(List<StoryList.Card> shown, boolean complete) {}

    private Cards cards(List<PublicPage.Open> readable, Language language) {
        var ids = readable.stream().map(PublicPage.Open::story).toList();
        var byId =
                stories.findAll(STORIES, ids, Scope.everything()).stream()
                        .collect(Collectors.toMap(Stored::id, Function.identity()));
        var cards = new ArrayList<StoryList.Card>();
        boolean complete = true;
        for (PublicPage.Open page : readable) {
            try {
                Optional.ofNullable(byId.get(page.story()))
                        .flatMap(PublicStories::words)
                        .map(text -> text.versions().get(language))
                        .ifPresent(version -> cards.add(card(page, version, language)));
            } catch (SealBroken alarmed) {
                complete = false;
            }
        }
        return new Cards(cards, complete);
    }

    /** Empty when the story was retracted a moment ago. */
    private static Optional<StoryText> words(Stored<Story> story) {
        try {
            return story.state().words().map(Secret::open);
        } catch (KeyDestroyed retracted) {
            return Optional.empty();
        }
    }

    private StoryList.Card card(PublicPage.Open page, Version version, Language language) {
        var day = Days.of(page.published());
        return new StoryList.Card(
                page.id(),
                page.kind(),
                Frames.in(language, "/stories/" + page.id()),
                version.title(),
                version.teaser(),
                page.published(),
                day,
                days.inWords(day, language),
                page.region(),
                closing(page, language),
                page.images().isEmpty() ? null : images(page, version).getFirst());
    }

    private static List<Image> images(PublicPage.Open page, Version version) {
        return IntStream.range(0, page.images().size())
                .mapToObj(i -> Image.of(page.id(), page.images().get(i), version.alternative(i)))
                .toList();
    }

    /** By the day on which it is read. */
    private @Nullable Closing closing(PublicPage.Open page, Language language) {
        var day = page.closes();
        return day == null
                ? null
                : new Closing(day, days.inWords(day, language), clock.today().isAfter(day));
    }

    private Article article(PublicPage.Open page, Version version, Language language) {
        var day = Days.of(page.published());
        return new Article(
                page.kind(),
                page.languages(),
                version.title(),
                version.teaser(),
                version.sections(),
                images(page, version),
                day,
                days.inWords(day, language),
                page.region(),
                page.sector(),
                closing(page, language),
                page.nameChanged(),
                !page.basis().consents().isEmpty());
    }
}
