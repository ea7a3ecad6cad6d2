package org.homeward.beneficiary.selection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.contracts.beneficiary.SelectionClosed;
import org.homeward.contracts.beneficiary.SelectionOpened;
import org.homeward.contracts.beneficiary.SelectionWithdrawn;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.StateConflict;

/**
 * A selection for a programme. Who froze it does not confirm it, and nobody is told to be selected
 * before it is confirmed.
 */
sealed interface Round {

    Terms terms();

    /** Two once it is frozen. */
    List<Commitment> commitments();

    /** In the field's word. */
    String state();

    static Decision<Round> open(Terms terms) {
        return Decision.of(
                new Open(terms, List.of()), new SelectionOpened(terms.round(), terms.programme()));
    }

    /**
     * @throws StateConflict when it is in another state
     */
    default <S extends Round> S in(Class<S> expected) {
        if (!expected.isInstance(this)) {
            throw new StateConflict(state());
        }
        return expected.cast(this);
    }

    /**
     * A drop-out is a step of the round as well: of it and a closing at the same moment one comes
     * first, so that nobody follows in a closed round.
     *
     * @param place that is left
     * @throws StateConflict while there are no places to leave, or some are still being written
     */
    default Round without(Place place) {
        throw new StateConflict(state());
    }

    /** Whether a list counts in it: as its input, or as its ranking. */
    default boolean names(UUID list) {
        return switch (this) {
            case Open _, Withdrawn _ -> false;
            case Frozen frozen -> frozen.freeze().list().equals(list);
            case Drawn drawn -> drawn.result().names(list);
            case Told told -> told.result().names(list) || told.confirmation().names(list);
        };
    }

    /**
     * The list of who is ranked, while not all of them are told what became of her; empty before
     * the freeze and after.
     */
    default Optional<UUID> undecided() {
        return switch (this) {
            case Frozen frozen -> Optional.of(frozen.freeze().list());
            case Drawn drawn -> Optional.of(drawn.result().freeze().list());
            case Announcing announcing -> Optional.of(announcing.result().freeze().list());
            case Open _, Withdrawn _, Confirmed _, Closed _ -> Optional.empty();
        };
    }

    /**
     * The input, which nothing changes any more.
     *
     * @param list under which the candidates are kept
     * @param hash of the terms and all candidates, without who they are
     * @param people hash of who is behind each pseudonym
     * @param by subject of who froze
     */
    record Freeze(UUID list, String hash, String people, int candidates, String by, Instant at) {

        /**
         * @throws IllegalStateException when these are not the people frozen, whatever was changed:
         *     their points, or who is behind a pseudonym
         */
        void requireInput(Terms terms, List<Candidate> candidates) {
            if (!Ranking.inputHash(terms, candidates).equals(hash)) {
                throw new IllegalStateException("the candidates of a round are not those frozen");
            }
            requirePeople(candidates);
        }

        private void requirePeople(List<Candidate> candidates) {
            if (!Ranking.peopleHash(candidates).equals(people)) {
                throw new IllegalStateException("other people stand behind the pseudonyms");
            }
        }
    }

    /**
     * The ranking.
     *
     * @param list under which it is kept, in its order
     * @param root hash of it: rows under another are not this ranking
     */
    record Draw(UUID list, String seed, String root) {}

    /** What a confirmation is about. */
    record Result(Terms terms, List<Commitment> commitments, Freeze freeze, Draw draw) {

        public Result {
            commitments = List.copyOf(commitments);
        }

        /**
         * @throws IllegalStateException when these are not in the order drawn, or not the people
         *     frozen
         */
        void requireRanking(List<Candidate> ranked) {
            if (!Ranking.rootHash(ranked).equals(draw.root())) {
                throw new IllegalStateException("a ranking is not the one drawn");
            }
            freeze.requirePeople(ranked);
        }

        private boolean names(UUID list) {
            return freeze.list().equals(list) || draw.list().equals(list);
        }
    }

    /** By whom a result was confirmed, when, and where it divided then. */
    record Confirmation(String by, Instant at, Line line) {

        private boolean names(UUID list) {
            return line.list().equals(list);
        }
    }

    /**
     * Where the ranking divides, fixed when it is confirmed: so who is selected does not depend on
     * whose turn comes first.
     *
     * @param last rank of the last who is selected; 0 when nobody is
     * @param list under which those before it are kept who might have no place then; they may be as
     *     many as there are candidates, so not in the round itself
     * @param root hash of that list
     */
    record Line(int last, UUID list, String root) {

        /**
         * @throws IllegalStateException when these are not those passed over
         */
        void requirePassedOver(List<Candidate> passedOver) {
            if (!Ranking.rootHash(passedOver).equals(root)) {
                throw new IllegalStateException("those passed over are others");
            }
        }
    }

    /** People are assessed, and the two holders commit to their secrets. */
    record Open(Terms terms, List<Commitment> commitments) implements Round {

        public Open {
            commitments = List.copyOf(commitments);
        }

        /**
         * @throws HolderTwice when the holder has committed before, or the other to the same: who
         *     knows both secrets could try seeds
         */
        Decision<Round> commit(String holder, String hash) {
            if (commitments.size() == 2) {
                throw new StateConflict(state());
            }
            if (commitments.stream()
                    .anyMatch(c -> c.holder().equals(holder) || c.hash().equals(hash))) {
                throw new HolderTwice();
            }
            var both =
                    Stream.concat(
                                    commitments.stream(),
                                    Stream.of(new Commitment(holder, hash, null)))
                            .toList();
            return Decision.of(new Open(terms, both));
        }

        /** Whether two have committed and the cut-off day has come. */
        boolean isReady(LocalDate today) {
            return commitments.size() == 2 && !today.isBefore(terms.cutOff());
        }

        /**
         * Once it is frozen nobody takes it back: who is in it might be the reason.
         *
         * @throws AnotherWithdraws for who opened it, whatever roles the person has: one alone
         *     would open the way past a selection
         */
        Decision<Round> withdraw(WithdrawalReason reason, String by, Instant at) {
            if (by.equals(terms.openedBy())) {
                throw new AnotherWithdraws();
            }
            return Decision.of(
                    new Withdrawn(terms, commitments, reason, by, at),
                    new SelectionWithdrawn(terms.round(), terms.programme(), reason.isSelecting()));
        }

        Decision<Round> freeze(Freeze freeze) {
            return Decision.of(new Frozen(terms, commitments, freeze));
        }

        @Override
        public String state() {
            return "OPEN";
        }
    }

    /** Opened by mistake: it selects nobody. */
    record Withdrawn(
            Terms terms,
            List<Commitment> commitments,
            WithdrawalReason reason,
            String by,
            Instant at)
            implements Round {

        public Withdrawn {
            commitments = List.copyOf(commitments);
        }

        @Override
        public String state() {
            return "WITHDRAWN";
        }
    }

    /** The input is fixed; the lottery waits for the secrets. */
    record Frozen(Terms terms, List<Commitment> commitments, Freeze freeze) implements Round {

        public Frozen {
            commitments = List.copyOf(commitments);
        }

        /**
         * @throws InvalidBody when it is not what this holder committed to
         */
        Frozen reveal(String holder, String secret) {
            if (!isSecretOf(holder, secret)) {
                throw new InvalidBody("/secret", "is not what you committed to");
            }
            return new Frozen(
                    terms,
                    commitments.stream()
                            .map(
                                    c ->
                                            c.holder().equals(holder)
                                                    ? new Commitment(holder, c.hash(), secret)
                                                    : c)
                            .toList(),
                    freeze);
        }

        boolean isSecretOf(String holder, String secret) {
            return commitments.stream().anyMatch(c -> c.holder().equals(holder) && c.isTo(secret));
        }

        boolean isRevealed() {
            return commitments.stream().allMatch(c -> c.secret() != null);
        }

        /** Only once both secrets are told. */
        String seed() {
            return Ranking.seed(
                    commitments.stream().map(c -> Objects.requireNonNull(c.secret())).toList(),
                    freeze.hash());
        }

        /** While the other secret is not told. */
        Decision<Round> waiting() {
            return Decision.of(this);
        }

        Decision<Round> draw(Draw draw) {
            return Decision.of(new Drawn(new Result(terms, commitments, freeze, draw)));
        }

        @Override
        public String state() {
            return "FROZEN";
        }
    }

    /** Ranked, to be confirmed by another. */
    record Drawn(Result result) implements Ranked {

        /**
         * @throws AnotherConfirms for who froze it, whatever roles the person has
         */
        Decision<Round> confirm(String by, Instant at, Line line) {
            if (by.equals(result.freeze().by())) {
                throw new AnotherConfirms();
            }
            return Decision.of(
                    new Announcing(result, new Confirmation(by, at, line), 0, 0, List.of()));
        }

        @Override
        public String state() {
            return "DRAWN";
        }
    }

    /**
     * Confirmed; the places are being written, some at a time, in an order that tells no rank.
     *
     * @param done people who have their place
     * @param selected how many of them are selected
     * @param following ranks of those who are still to follow from the waiting list, in the order
     *     in which they are told
     */
    record Announcing(
            Result result,
            Confirmation confirmation,
            int done,
            int selected,
            List<Integer> following)
            implements Told {

        public Announcing {
            following = List.copyOf(following);
        }

        /**
         * What becomes of somebody: never more are selected than there are places, whoever's turn
         * comes first. Who was passed over at the confirmation stays so: who comes after her has
         * the place.
         *
         * @param id of the new place
         * @param admitted whether she may have a place as things stand now
         */
        Decision<Place> place(UUID id, Turn turn, boolean admitted, Instant at) {
            var seat =
                    new Place.Seat(
                            id,
                            terms().round(),
                            terms().programme(),
                            turn.beneficiary(),
                            turn.rank());
            if (!admitted || turn.passedOver()) {
                return Place.leftBefore(seat, at);
            }
            return turn.rank() <= confirmation.line().last()
                    ? Place.select(seat)
                    : Place.waitlist(seat);
        }

        boolean isWritten() {
            return done == result.freeze().candidates();
        }

        /** Places that nobody has yet. */
        int free() {
            return terms().quota() - selected;
        }

        Decision<Round> announced(int places, int ofThemSelected) {
            return Decision.of(with(done + places, selected + ofThemSelected, following));
        }

        /**
         * Everybody has a place; what is free goes to the waiting list.
         *
         * @param ranks of all who follow, in the order in which they are told; none when no place
         *     is free or nobody may
         */
        Decision<Round> followedBy(List<Integer> ranks) {
            return Decision.of(
                    ranks.isEmpty()
                            ? new Confirmed(result, confirmation, selected)
                            : with(done, selected, ranks));
        }

        /**
         * @param turns of those who are to follow that have come
         * @param followed how many of them did: fewer when some may not any more
         */
        Decision<Round> followed(int turns, int followed) {
            return Decision.of(
                    with(done, selected + followed, following.subList(turns, following.size())));
        }

        private Announcing with(int nowDone, int nowSelected, List<Integer> nowFollowing) {
            return new Announcing(result, confirmation, nowDone, nowSelected, nowFollowing);
        }

        @Override
        public String state() {
            return "ANNOUNCING";
        }
    }

    /**
     * Everybody in it has a place; who leaves is followed by the next.
     *
     * @param selected how many are, at most the quota: fewer while nobody else may have a place
     */
    record Confirmed(Result result, Confirmation confirmation, int selected) implements Told {

        @Override
        public Confirmed without(Place place) {
            return place instanceof Place.Selected
                    ? new Confirmed(result, confirmation, selected - 1)
                    : this;
        }

        /** Places that nobody has, whoever's they were and however long they have been free. */
        int free() {
            return terms().quota() - selected;
        }

        /**
         * @param places as many as followed from the waiting list, at most those free
         */
        Decision<Round> followed(int places) {
            return Decision.of(new Confirmed(result, confirmation, selected + places));
        }

        Decision<Round> close(Instant at) {
            return Decision.of(
                    new Closed(result, confirmation, at),
                    new SelectionClosed(result.terms().round(), result.terms().programme()));
        }

        @Override
        public String state() {
            return "CONFIRMED";
        }
    }

    /** Nobody follows any more. */
    record Closed(Result result, Confirmation confirmation, Instant at) implements Told {

        @Override
        public Closed without(Place place) {
            return this;
        }

        @Override
        public String state() {
            return "CLOSED";
        }
    }

    /** What all states have that come after the draw. */
    sealed interface Ranked extends Round {

        Result result();

        @Override
        default Terms terms() {
            return result().terms();
        }

        @Override
        default List<Commitment> commitments() {
            return result().commitments();
        }
    }

    /** What all states have that come after the confirmation. */
    sealed interface Told extends Ranked {

        Confirmation confirmation();
    }
}
