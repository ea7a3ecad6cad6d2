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
     * For a member of the committee a part of the list may be shorter than the limit; and whoever
     * names a person is not told what her reduced rows would tell of her. Recorded as a read of
     * those it shows something of.
     */
    Listed find(
            @Nullable State state,
            @Nullable UUID beneficiary,
            Purpose purpose,
            Actor actor,
            Scope scope,
            PageRequest page) {
        var listed = found(state, beneficiary, actor, scope, page);
        var shown =
                listed.applications().items().stream()
                        .filter(one -> !listed.closed().contains(one.id()))
                        .flatMap(one -> Stream.of(one.id(), beneficiary(one)))
                        .distinct()
                        .toList();
        accessLog.record(actor, purpose, Applications.APPLICATIONS.name(), shown);
        return listed;
    }

    private Listed found(
            @Nullable State state,
            @Nullable UUID beneficiary,
            Actor actor,
            Scope scope,
            PageRequest page) {
        var filter = new Document();
        if (state != null) {
            filter.append("state._class", state.alias());
        }
        if (beneficiary != null) {
            filter.append(Applications.BENEFICIARY, beneficiary);
        }
        filter.append(HANDED_IN + "recusals.member", new Document("$ne", actor.subject()));
        if (ReadApplication.readsAll(actor)) {
            return listed(
                    aggregates.list(Applications.APPLICATIONS, filter, scope, page), beneficiary);
        }
        filter.append("$or", reasons(actor));
        var found = aggregates.list(Applications.APPLICATIONS, filter, scope, page);
        return listed(new Page<>(shown(found.items(), actor), found.next()), beneficiary);
    }

    /** For which somebody finds one who does not find all: she may vote on it, or it is theirs. */
    private static List<Document> reasons(Actor actor) {
        var seat = new Document(HANDED_IN + "committee.seats.member", actor.subject());
        return actor.has(ReadApplication.CASE_WORKER)
                ? List.of(seat, new Document(Applications.ORGANISATION, actor.organisation()))
                : List.of(seat);
    }

    /** Once its words are destroyed nothing is left to close: the figures stay. */
    private Listed listed(Page<Stored<Application>> found, @Nullable UUID named) {
        var disagreeing = closedAmong(found.items());
        var closed =
                found.items().stream()
                        .filter(one -> disagreeing.contains(beneficiary(one)))
                        .filter(
                                one ->
                                        one.state().proposal().plan().legibility()
                                                != Legibility.ERASED)
                        .map(Stored::id)
                        .collect(Collectors.toUnmodifiableSet());
        return named == null || closed.isEmpty()
                ? new Listed(found, closed)
                : new Listed(new Page<>(open(found.items(), closed), found.next()), Set.of());
    }

    private static List<Stored<Application>> open(
            List<Stored<Application>> found, Set<UUID> closed) {
        return found.stream().filter(one -> !closed.contains(one.id())).toList();
    }

    private Set<UUID> closedAmong(List<Stored<Application>> found) {
        return people.closedAmong(found.stream().map(FindApplications::beneficiary).toList());
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
