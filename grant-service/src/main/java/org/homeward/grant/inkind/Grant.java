package org.homeward.grant.inkind;

import java.util.List;
import java.util.UUID;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.StateConflict;

/** Help in kind to open a business, paid from a fund; each state is a type. */
sealed interface Grant permits Running, Closed {

    Terms terms();

    /** In the order of the application, where their words are. */
    List<Item> items();

    default State state() {
        return switch (this) {
            case Reserved _ -> State.RESERVED;
            case HandedOver _ -> State.HANDED_OVER;
            case Closed _ -> State.CLOSED;
        };
    }

    /** What was found at its visits; none before it is handed over. */
    default List<Visit> visits() {
        return List.of();
    }

    /** Whether its words can be read: not any more once its person was erased. */
    default boolean isReadable() {
        return visits().stream().allMatch(visit -> visit.report().isReadable());
    }

    /**
     * @throws StateConflict when it is in another state
     */
    default <S extends Grant> S in(Class<S> expected) {
        if (!expected.isInstance(this)) {
            throw new StateConflict(state().name());
        }
        return expected.cast(this);
    }

    /**
     * @throws NotFound when the grant has none with this id
     */
    default Item item(UUID id) {
        return items().stream()
                .filter(item -> item.id().equals(id))
                .findAny()
                .orElseThrow(NotFound::new);
    }
}
