package org.homeward.system.faults;

import java.util.List;

/** Something that must hold of what is left, whatever has happened before. */
interface Invariant {

    List<Invariant> ALL =
            List.of(
                    new PromisesAreKept(),
                    new NothingIsInvented(),
                    new EveryChangeHasItsEntry(),
                    new EverythingIsToldInOrder(),
                    new EveryConsumerIsAtTheEnd(),
                    new EveryEffectIsThereOnce(),
                    new NoFundIsOverspent(),
                    new PagesFollowConsent(),
                    new NothingWaits(),
                    new CalmIsWithoutRepeats(),
                    new EveryShardHasOneOwner(),
                    new NothingSurprisedAClient(),
                    new ThereWasWork());

    /** In words, with its number in the list of what the system must survive. */
    String says();

    /** Each place where it does not hold, by ids and sequences; empty when it holds. */
    List<String> broken(Evidence left);
}
