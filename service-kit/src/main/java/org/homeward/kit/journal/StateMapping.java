package org.homeward.kit.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.kit.sealing.KeyDestroyed;
import org.homeward.kit.sealing.SealBroken;
import org.homeward.kit.sealing.SealingPlace;
import org.homeward.kit.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * Between an aggregate and its document {@code {_id, version, sequence, order, created, state}}.
 * Domain types stay free of it.
 */
final class StateMapping {

    static final String VERSION = "version";
    static final String SEQUENCE = "sequence";
    static final String ORDER = "order";
    static final String CREATED = "created";
    static final String STATE = "state";

    private final MongoConverter converter;

    StateMapping(MongoConverter converter) {
        this.converter = converter;
    }

    /**
     * @throws KeyDestroyed when there is something to seal and the record was erased
     * @throws SealBroken when there is, and its key is missing or does not fit
     * @throws Unavailable when there is, and its key can't be asked for now
     */
    Document toDocument(Object state, SealingPlace place) {
        return ScopedValue.where(SealingPlace.CURRENT, place)
                .call(
                        () -> {
                            var document = new Document();
                            write(state, document);
                            return document;
                        });
    }

    private void write(Object state, Document document) {
        try {
            converter.write(state, document);
        } catch (ConversionFailedException failed) {
            throw switch (failed.getCause()) {
                case KeyDestroyed erased -> erased;
                case SealBroken broken -> broken;
                case Unavailable away -> away;
                case null, default -> failed;
            };
        }
    }

    /** Whether something in a stored state lies sealed; nothing else is stored as bytes. */
    static boolean isSealed(@Nullable Object stored) {
        return switch (stored) {
            case Binary _ -> true;
            case Document parts -> parts.values().stream().anyMatch(StateMapping::isSealed);
            case Iterable<?> parts ->
                    StreamSupport.stream(parts.spliterator(), false)
                            .anyMatch(StateMapping::isSealed);
            case null, default -> false;
        };
    }

    <A> Stored<A> fromDocument(AggregateType<A> type, Document document, SealingPlace place) {
        A state =
                ScopedValue.where(SealingPlace.CURRENT, place)
                        .call(
                                () ->
                                        converter.read(
                                                type.root(), document.get(STATE, Document.class)));
        return new Stored<>(
                type,
                document.get("_id", UUID.class),
                state,
                document.getLong(VERSION),
                document.getLong(SEQUENCE));
    }

    /** Names of the fields that differ, never their values; all of them for a new record. */
    static List<String> changed(@Nullable Document before, Document after) {
        var names = new TreeSet<>(after.keySet());
        if (before != null) {
            names.addAll(before.keySet());
            names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        }
        return new ArrayList<>(names);
    }

    /** The query for one record within a scope: what is foreign looks like what does not exist. */
    static Document within(
            org.homeward.kit.security.Scope scope, AggregateType<?> type, Document query) {
        var scoping = type.scoping();
        if (scoping != null) {
            if (scope.organisation() != null) {
                query.append(STATE + "." + scoping.organisation(), scope.organisation());
            }
            if (scope.districts() != null) {
                // in one order, for cursors are bound to the text of the query
                var districts = scope.districts().stream().sorted().toList();
                query.append(STATE + "." + scoping.district(), new Document("$in", districts));
            }
        }
        return query;
    }
}
