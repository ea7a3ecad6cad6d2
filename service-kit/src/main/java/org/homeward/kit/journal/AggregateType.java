package org.homeward.kit.journal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A kind of aggregate: its name in event sources and in the journal, the sealed interface or record
 * of its states, and the collection that holds it.
 *
 * @param name singular, lower case, stable for ever: it is part of every event's source
 * @param scoping where a state names the organisation and district it belongs to; null for kinds
 *     that every role of the table may see wherever it is
 * @param withPartner whether another organisation takes part than the person's own, so that whoever
 *     names it beside her says where she goes: auditors are not told whose staff dealt with it
 */
public record AggregateType<A>(
        String name,
        Class<A> root,
        String collection,
        @Nullable Scoping scoping,
        boolean withPartner) {

    /** Paths inside the stored state, for example {@code organisation}. */
    public record Scoping(String organisation, String district) {}

    public static <A> AggregateType<A> of(String name, Class<A> root, String collection) {
        return new AggregateType<>(name, root, collection, null, false);
    }

    public AggregateType<A> scopedBy(String organisation, String district) {
        return new AggregateType<>(
                name, root, collection, new Scoping(organisation, district), withPartner);
    }

    public AggregateType<A> sharedWithPartner() {
        return new AggregateType<>(name, root, collection, scoping, true);
    }

    /** The CloudEvents source of one aggregate of this kind. */
    public String source(UUID id) {
        return "/" + name + "/" + id;
    }
}
