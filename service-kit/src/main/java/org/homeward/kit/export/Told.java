package org.homeward.kit.export;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a person, as it is told to her.
 *
 * @param kind what it is, in one word
 * @param facts in the order in which they are read
 */
public record Told(String kind, List<Fact> facts) {

    public Told {
        facts = List.copyOf(facts);
    }

    /**
     * Something that is known of her.
     *
     * @param field its name, for programs
     * @param values words for programs, or her own words; never empty
     * @param texts the same as she reads them; empty where the words for programs have labels, or
     *     are her own
     */
    public record Fact(String field, List<String> values, List<String> texts) {

        public Fact {
            values = List.copyOf(values);
            texts = List.copyOf(texts);
        }
    }

    public static Told of(String kind) {
        return new Told(kind, List.of());
    }

    /** The same with one fact more; what is not known, or empty, is left out. */
    public Told and(String field, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var values =
                value instanceof Collection<?> many
                        ? many.stream().map(String::valueOf).toList()
                        : List.of(value.toString());
        if (values.isEmpty()) {
            return this;
        }
        return and(new Fact(field, values, List.of()));
    }

    /** The same with one fact more, of which it is known how she reads it. */
    public Told and(String field, String value, String text) {
        return and(new Fact(field, List.of(value), List.of(text)));
    }

    private Told and(Fact fact) {
        var more = new ArrayList<>(facts);
        more.add(fact);
        return new Told(kind, more);
    }
}
