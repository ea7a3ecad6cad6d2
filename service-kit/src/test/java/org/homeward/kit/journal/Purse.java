package org.homeward.kit.journal;

import org.homeward.contracts.Event;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.sealing.Secret;

/** A sample aggregate for the tests of the kit: it can be filled and sealed shut. */
sealed interface Purse {

    AggregateType<Purse> PURSES =
            AggregateType.of("purse", Purse.class, "purses").scopedBy("organisation", "district");

    static StoredTypes stored() {
        return StoredTypes.builder()
                .aggregate(PURSES)
                .alias("purse.open", Open.class)
                .alias("purse.shut", Shut.class)
                .secret("note", Note.class)
                .build();
    }

    String organisation();

    String district();

    Secret<Note> note();

    /** What is sealed. */
    record Note(String text, int number) {}

    /** Can be filled. */
    record Open(String organisation, String district, long coins, Secret<Note> note)
            implements Purse {

        Decision<Purse> put(long more, Event... events) {
            return Decision.of(new Open(organisation, district, coins + more, note), events);
        }

        Decision<Purse> shut() {
            return Decision.of(new Shut(organisation, district, note));
        }
    }

    /** Can't. */
    record Shut(String organisation, String district, Secret<Note> note) implements Purse {}
}
