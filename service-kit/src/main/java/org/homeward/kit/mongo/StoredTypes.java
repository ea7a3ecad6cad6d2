package org.homeward.kit.mongo;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.kit.journal.AggregateType;

/**
 * The one place where a service says what it stores and under which names. The names are stable for
 * ever; class names never reach the database.
 *
 * <p>Building fails when a sealed type that can be reached from an aggregate has a record without a
 * name: it would be written and could not be read again.
 */
public final class StoredTypes {

    private final List<AggregateType<?>> aggregates;
    private final Map<Class<?>, String> aliases;
    private final Map<String, Class<?>> secrets;
    private final List<Index> indexes;

    private StoredTypes(Builder builder) {
        this.aggregates = List.copyOf(builder.aggregates);
        this.aliases = Map.copyOf(builder.aliases);
        this.secrets = Map.copyOf(builder.secrets);
        this.indexes = List.copyOf(builder.indexes);
    }

    public static Builder builder() {
        return new Builder();
    }

    public List<AggregateType<?>> aggregates() {
        return aggregates;
    }

    Map<Class<?>, String> aliases() {
        return aliases;
    }

    /** Names of what a {@link org.homeward.kit.sealing.Secret} may hold. */
    public Map<String, Class<?>> secrets() {
        return secrets;
    }

    public List<Index> indexes() {
        return indexes;
    }

    /** A look-up that lists need, beside those by id, scope and age that every aggregate has. */
    public record Index(String collection, List<String> fields) {}

    /** Collects the names; each may be given once. */
    public static final class Builder {

        private final List<AggregateType<?>> aggregates = new ArrayList<>();
        private final Map<Class<?>, String> aliases = new LinkedHashMap<>();
        private final Map<String, Class<?>> secrets = new LinkedHashMap<>();
        private final List<Index> indexes = new ArrayList<>();

        private Builder() {
            secrets.put("text", String.class);
        }

        public Builder aggregate(AggregateType<?> type) {
            aggregates.add(type);
            return this;
        }

        public Builder alias(String name, Class<?> type) {
            if (aliases.containsValue(name) || aliases.put(type, name) != null) {
                throw new IllegalStateException("two stored types named " + name);
            }
            return this;
        }

        /** What a secret may hold, besides text. */
        public Builder secret(String name, Class<?> type) {
            if (secrets.put(name, type) != null) {
                throw new IllegalStateException("two secrets named " + name);
            }
            return this;
        }

        /**
         * @param fields in order, for example {@code state.request.beneficiary}
         */
        public Builder index(AggregateType<?> type, String... fields) {
            indexes.add(new Index(type.collection(), List.of(fields)));
            return this;
        }

        public StoredTypes build() {
            var seen = new HashSet<Class<?>>();
            aggregates.forEach(type -> check(type.root(), seen));
            return new StoredTypes(this);
        }

        private void check(Type type, Set<Class<?>> seen) {
            if (type instanceof ParameterizedType generic) {
                for (Type argument : generic.getActualTypeArguments()) {
                    check(argument, seen);
                }
                check(generic.getRawType(), seen);
            } else if (type instanceof Class<?> kind && seen.add(kind)) {
                if (kind.isSealed()) {
                    for (Class<?> permitted : kind.getPermittedSubclasses()) {
                        if (permitted.isRecord() && !aliases.containsKey(permitted)) {
                            throw new IllegalStateException(permitted + " has no stored name");
                        }
                        check(permitted, seen);
                    }
                }
                if (kind.isRecord()) {
                    for (RecordComponent component : kind.getRecordComponents()) {
                        check(component.getGenericType(), seen);
                    }
                }
            }
        }
    }
}
