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
 */
public record AggregateType<A>(
        String name, Class<A> root, String collection, @Nullable Scoping scoping) {

    /** Paths inside the stored state, for example {@code organisation}. */
    public record Scoping(String organisation, String district) {}

    public static <A> AggregateType<A> of(String name, Class<A> root, String collection) {
        return new AggregateType<>(name, root, collection, null);
    }

    public AggregateType<A> scopedBy(String organisation, String district) {
        return new AggregateType<>(name, root, collection, new Scoping(organisation, district));
    }

    /** The CloudEvents source of one aggregate of this kind. */
    public String source(UUID id) {
        return "/" + name + "/" + id;
    }
}
