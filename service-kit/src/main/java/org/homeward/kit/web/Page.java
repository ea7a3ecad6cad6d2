package org.homeward.kit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.sealing.KeyDestroyed;
import org.homeward.kit.sealing.Legibility;
import org.homeward.kit.sealing.SealBroken;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, newest first. It goes on where one of its records can't be opened.
 *
 * @param next opaque cursor of the following part; null on the last
 * @param notShown records of this part that are in no item because they can't be opened
 */
public record Page<T>(List<T> items, @Nullable String next, List<NotShown> notShown) {

    /** A record that would be in its place, and why it is not. */
    public record NotShown(UUID id, Legibility why) {}

    public Page {
        items = List.copyOf(items);
        notShown = List.copyOf(notShown);
    }

    public Page(List<T> items, @Nullable String next) {
        this(items, next, List.of());
    }

    /** What needs the secret of a record whose key is destroyed, missing or wrong is left out. */
    public <U> Page<U> map(Function<? super T, ? extends U> mapping) {
        var mapped = new ArrayList<U>();
        var missing = new ArrayList<>(notShown);
        for (T item : items) {
            try {
                mapped.add(mapping.apply(item));
            } catch (KeyDestroyed erased) {
                missing.add(new NotShown(idOf(item, erased), Legibility.ERASED));
            } catch (SealBroken broken) {
                missing.add(new NotShown(idOf(item, broken), Legibility.UNAVAILABLE));
            }
        }
        return new Page<>(mapped, next, missing);
    }

    /** What has no id of its own can't be told of, so the whole fails as before. */
    private static UUID idOf(Object item, RuntimeException why) {
        if (item instanceof Stored<?> stored) {
            return stored.id();
        }
        throw why;
    }
}
