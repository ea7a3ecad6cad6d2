package org.homeward.grant.application;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.homeward.grant.committee.Seat;
import org.homeward.grant.people.Person;
import org.homeward.grant.people.Ties;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.StateConflict;

/** An application for a grant; each state is a type and offers only what is possible in it. */
sealed interface Application permits Editable, HandedIn, Approved, Rejected, Erased {

    /** For whom; with the organisation and district that the application belongs to. */
    Person applicant();

    /** What is applied for now. */
    Proposal proposal();

    /** Subjects of all who wrote, edited or submitted it: none of them may decide it. */
    Set<String> writers();

    /** What was handed in so far, the last at the end. */
    List<Submission> submissions();

    /**
     * Why a member of the committee has no vote on it, as far as is known now.
     *
     * @param seat of the voter, with where the member is said to work
     */
    default Optional<Conflict> conflict(Seat seat, Voter voter, Ties ties) {
        if (writers().contains(voter.member())
                || submissions().stream().anyMatch(one -> one.wasSentBackBy(voter.member()))) {
            return Optional.of(Conflict.WROTE_OR_ADVISED);
        }
        if (hasDeclared(voter.member())) {
            return Optional.of(Conflict.DECLARED);
        }
        var employers = List.of(seat.organisation(), voter.organisation());
        if (employers.contains(applicant().organisation())
                || (ties.organisation() != null && employers.contains(ties.organisation()))) {
            return Optional.of(Conflict.SAME_ORGANISATION);
        }
        if (seat.household() != null && ties.households().contains(seat.household())) {
            return Optional.of(Conflict.SAME_HOUSEHOLD);
        }
        if (ties.staff().contains(voter.pseudonym())) {
            return Optional.of(Conflict.OWNED_OR_ASSESSED);
        }
        return Optional.empty();
    }

    /** Whether this member has declared an interest in it. */
    default boolean hasDeclared(String member) {
        return submissions().stream().anyMatch(one -> one.hasRecusalOf(member));
    }

    /**
     * Whether it is kept from somebody: from whoever declared an interest in it, and from a member
     * of the committee who has no vote on it.
     *
     * @param asMember whether the reader has no other duty for which to read it
     */
    default boolean isHiddenFrom(Voter reader, boolean asMember, Ties ties) {
        return hasDeclared(reader.member()) || (asMember && !mayVote(reader, ties));
    }

    private boolean mayVote(Voter voter, Ties ties) {
        return !submissions().isEmpty()
                && submissions()
                        .getLast()
                        .committee()
                        .seatOf(voter.member())
                        .filter(seat -> conflict(seat, voter, ties).isEmpty())
                        .isPresent();
    }

    /**
     * The same for a member of the committee who acts on it, whatever its state: nobody else is
     * told more of it than of what does not exist.
     *
     * @throws NotFound when the member has no seat for what was handed in last
     * @throws Recused when the member has declared an interest in it
     */
    default Application forMember(String member) {
        if (submissions().isEmpty()
                || submissions().getLast().committee().seatOf(member).isEmpty()) {
            throw new NotFound();
        }
        if (hasDeclared(member)) {
            throw new Recused(Conflict.DECLARED);
        }
        return this;
    }

    default State state() {
        return switch (this) {
            case Draft _ -> State.DRAFT;
            case UnderReview _ -> State.UNDER_REVIEW;
            case RevisionRequested _ -> State.REVISION_REQUESTED;
            case Approved _ -> State.APPROVED;
            case Rejected _ -> State.REJECTED;
            case Erased _ -> State.ERASED;
        };
    }

    /**
     * @throws StateConflict when it is in another state
     */
    default <S extends Application> S in(Class<S> expected) {
        if (!expected.isInstance(this)) {
            throw new StateConflict(state().name());
        }
        return expected.cast(this);
    }
}
