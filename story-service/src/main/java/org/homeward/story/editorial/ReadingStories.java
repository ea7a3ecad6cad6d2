package org.homeward.story.editorial;

import static org.homeward.story.editorial.StoryRecords.NOTES;
import static org.homeward.story.editorial.StoryRecords.STORIES;
import static org.homeward.story.picture.PictureRecords.PICTURES;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.sealing.RecordDestroyed;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.homeward.kit.web.Unavailable;
import org.homeward.story.consent.ConsentGuard;
import org.homeward.story.consent.ConsentStanding;
import org.homeward.story.consent.Consents;
import org.homeward.story.picture.Picture;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** Stories for those who work on them: an author sees her own, a reviewer all. */
@Component
public class ReadingStories {

    private static final String AUTHOR = "state.profile.author";
    private static final String LEAD = "communications-lead";
    private static final int TRY_AGAIN = 5;
    private static final Set<String> REVIEWERS = Set.of(LEAD, "protection-officer");

    private final Aggregates aggregates;
    private final Consents consents;
    private final ConsentGuard guard;
    private final ProgrammeClock clock;

    ReadingStories(
            Aggregates aggregates,
            Consents consents,
            ConsentGuard guard,
            ProgrammeClock clock,
            MongoOperations mongo) {
        this.aggregates = aggregates;
        this.consents = consents;
        this.guard = guard;
        this.clock = clock;
        mongo.indexOps(STORIES.collection())
                .createIndex(
                        new Index(AUTHOR, Sort.Direction.ASC)
                                .on("created", Sort.Direction.DESC)
                                .on("_id", Sort.Direction.DESC)
                                .named("of-author"));
    }

    /**
     * @throws NotFound when there is none, or it is another author's
     */
    public Stored<Story> find(UUID id, Actor actor, Scope scope) {
        return aggregates
                .find(STORIES, id, scope)
                .filter(story -> seesAll(actor) || isAuthor(actor, story.state()))
                .orElseThrow(NotFound::new);
    }

    /**
     * For who is told its words, as long as there are any.
     *
     * @throws NotFound as {@link #find}
     * @throws RecordDestroyed when they were destroyed, and nothing stands here of why
     */
    Stored<Story> toTell(UUID id, Actor actor, Scope scope) {
        return aggregates.legible(find(id, actor, scope), Story::words);
    }

    /**
     * For who looks into what it gives away.
     *
     * @throws NotFound as {@link #find}
     * @throws RecordDestroyed as {@link #toTell}
     * @throws AuthorMayNotReview when it is her own: what she changes would tell her more each time
     */
    public Stored<Story> findOfAnother(UUID id, Actor actor, Scope scope) {
        var story = find(id, actor, scope);
        if (isAuthor(actor, story.state())) {
            throw new AuthorMayNotReview();
        }
        return aggregates.legible(story, Story::words);
    }

    /**
     * A picture to look at.
     *
     * @param records under which a look at it is recorded: the picture, its story, and whoever was
     *     put beside it, by their consents
     */
    record Shown(Picture.Kept kept, List<UUID> records) {}

    /**
     * @throws NotFound when there is no such story, or no such picture for it, or somebody is not
     *     to be shown in it any more
     * @throws RecordDestroyed when it was destroyed, and nothing stands here of why
     * @throws Unavailable when news of that may be under way
     */
    Shown picture(UUID story, UUID picture, Actor actor, Scope scope) {
        find(story, actor, scope);
        var kept =
                aggregates
                        .find(PICTURES, picture, Scope.everything())
                        .filter(found -> found.state().story().equals(story))
                        .map(found -> aggregates.legible(found, ReadingStories::image))
                        .map(Stored::state)
                        .filter(Picture.Kept.class::isInstance)
                        .map(Picture.Kept.class::cast)
                        .orElseThrow(NotFound::new);
        // of no picture of another story is it asked who is in it
        var shown = showable(picture);
        return new Shown(kept, Stream.concat(Stream.of(picture, story), shown.stream()).toList());
    }

    private static Optional<Secret<byte[]>> image(Picture picture) {
        return picture instanceof Picture.Kept kept
                ? Optional.of(kept.largest().jpeg())
                : Optional.empty();
    }

    /**
     * @throws NotFound when there is none, or it is another author's
     */
    Stored<Story> own(UUID id, Actor actor, Scope scope) {
        return aggregates
                .find(STORIES, id, scope)
                .filter(story -> isAuthor(actor, story.state()))
                .orElseThrow(NotFound::new);
    }

    private List<UUID> showable(UUID picture) {
        var shown = consents.shownIn(picture);
        if (!guard.isCurrent(shown)) {
            throw new Unavailable(
                    "News of a consent may be under way: nobody is shown now.", TRY_AGAIN);
        }
        if (!consents.known(shown).over(clock.today()).isEmpty()) {
            throw new NotFound();
        }
        return shown;
    }

    Page<Stored<Story>> list(Actor actor, Scope scope, PageRequest page) {
        var filter = new Document();
        if (!seesAll(actor)) {
            filter.append(AUTHOR, actor.subject());
        }
        return aggregates.list(STORIES, filter, scope, page);
    }

    /** Why it was retracted by hand; only the communications-lead may know. */
    @Nullable String reasonOfRetraction(Story story, Actor actor) {
        if (!(story instanceof Retracted retracted)
                || retracted.note() == null
                || !actor.has(LEAD)) {
            return null;
        }
        return aggregates
                .find(NOTES, retracted.note(), Scope.everything())
                .map(note -> note.state().reason())
                .filter(Secret::isReadable)
                .map(Secret::open)
                .orElse(null);
    }

    ConsentsOfStory consents(Story story) {
        var digest = story.digest();
        if (digest.isEmpty()) {
            return new ConsentsOfStory(null, false, true, List.of());
        }
        var basis = story.profile().basis(digest.get());
        boolean current = guard.isCurrent(basis.consents());
        var standings = consents.known(basis.consents()).standings(basis, clock.today());
        return new ConsentsOfStory(
                digest.get(),
                standings.stream().allMatch(ConsentStanding::isInForce),
                current,
                standings);
    }

    private static boolean seesAll(Actor actor) {
        return actor.roles().stream().anyMatch(REVIEWERS::contains);
    }

    private static boolean isAuthor(Actor actor, Story story) {
        return story.profile().author().equals(actor.subject());
    }
}
