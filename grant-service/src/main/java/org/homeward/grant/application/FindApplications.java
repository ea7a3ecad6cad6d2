package org.homeward.grant.application;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.grant.people.People;
import org.homeward.grant.people.Ties;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Legibility;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;

@UseCase(
        "Find applications by state or beneficiary, newest first, for a purpose that is written down first; of the committee only who may vote on one finds it")
class FindApplications {

    private static final String HANDED_IN = "state.submissions.";

    private final Aggregates aggregates;
    private final People people;
    private final AccessLog accessLog;

    FindApplications(Aggregates aggregates, People people, AccessLog accessLog) {
        this.aggregates = aggregates;
        this.people = people;
        this.accessLog = accessLog;
    }

    /**
     * A part of the list.
     *
     * @param closed ids of those of which nothing is to be shown
     */
    record Listed(Page<Stored<Application>> applications, Set<UUID> closed) {}

    /**
     * For a member of the committee a part of the list of all may be shorter than the limit.
     * Whoever names a person is answered as of somebody for whom nothing was applied, where what
     * was is closed or kept from the reader: neither a row nor a further part tells otherwise.
     *
     * <p>Recorded as a read of those it shows something of, and of who is named, if she is known
     * within this scope: that there is nothing is told of her as well.
     */
    Listed find(
            @Nullable State state,
            @Nullable UUID beneficiary,
            Purpose purpose,
            Actor actor,
            Scope scope,
            PageRequest page) {
        var wanted = wanted(state, actor);
        var listed =
                beneficiary == null
                        ? ofAll(wanted, actor, scope, page)
                        : new Listed(of(beneficiary, wanted, actor, scope, page), Set.of());
        var shown =
                listed.applications().items().stream()
                        .filter(one -> !listed.closed().contains(one.id()))
                        .flatMap(one -> Stream.of(one.id(), beneficiary(one)));
        accessLog.record(
                actor,
                purpose,
                Applications.APPLICATIONS.name(),
                Stream.concat(named(beneficiary, scope), shown).distinct().toList());
        return listed;
    }

    private static Document wanted(@Nullable State state, Actor actor) {
        var wanted =
                new Document(HANDED_IN + "recusals.member", new Document("$ne", actor.subject()));
        if (state != null) {
            wanted.append("state._class", state.alias());
        }
        return ReadApplication.readsAll(actor) ? wanted : wanted.append("$or", reasons(actor));
    }

    private Listed ofAll(Document wanted, Actor actor, Scope scope, PageRequest page) {
        var found = aggregates.list(Applications.APPLICATIONS, wanted, scope, page);
        var shown =
                ReadApplication.readsAll(actor)
                        ? found
                        : new Page<>(shown(found.items(), actor), found.next());
        return new Listed(shown, closedAmong(shown.items()));
    }

    private Page<Stored<Application>> of(
            UUID beneficiary, Document wanted, Actor actor, Scope scope, PageRequest page) {
        boolean disagrees = people.closedAmong(Set.of(beneficiary)).contains(beneficiary);
        var ties = ReadApplication.readsAll(actor) ? Ties.NONE : people.ties(beneficiary);
        return aggregates.list(
                Applications.APPLICATIONS,
                wanted.append(Applications.BENEFICIARY, beneficiary),
                scope,
                page,
                one ->
                        ReadApplication.isShownTo(actor, one, ties)
                                && (!disagrees || isErased(one)));
    }

    private Stream<UUID> named(@Nullable UUID beneficiary, Scope scope) {
        return Stream.ofNullable(beneficiary).filter(one -> people.isKnown(one, scope));
    }

    /** For which somebody finds one who does not find all: she may vote on it, or it is theirs. */
    private static List<Document> reasons(Actor actor) {
        var seat = new Document(HANDED_IN + "committee.seats.member", actor.subject());
        return actor.has(ReadApplication.CASE_WORKER)
                ? List.of(seat, new Document(Applications.ORGANISATION, actor.organisation()))
                : List.of(seat);
    }

    private Set<UUID> closedAmong(List<Stored<Application>> found) {
        var disagreeing =
                people.closedAmong(found.stream().map(FindApplications::beneficiary).toList());
        return found.stream()
                .filter(one -> disagreeing.contains(beneficiary(one)))
                .filter(one -> !isErased(one.state()))
                .map(Stored::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Once its words are destroyed nothing is left to close: the figures stay. */
    private static boolean isErased(Application application) {
        return application.proposal().plan().legibility() == Legibility.ERASED;
    }

    private List<Stored<Application>> shown(List<Stored<Application>> found, Actor actor) {
        var ties = people.ties(found.stream().map(FindApplications::beneficiary).toList());
        return found.stream()
                .filter(
                        one ->
                                ReadApplication.isShownTo(
                                        actor,
                                        one.state(),
                                        ties.getOrDefault(beneficiary(one), Ties.NONE)))
                .toList();
    }

    private static UUID beneficiary(Stored<Application> stored) {
        return stored.state().applicant().beneficiary();
    }
}
