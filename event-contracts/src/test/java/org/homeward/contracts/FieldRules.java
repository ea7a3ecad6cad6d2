package org.homeward.contracts;

import static org.homeward.contracts.Carries.Kind.AMOUNT;
import static org.homeward.contracts.Carries.Kind.RANDOM_ID;
import static org.homeward.contracts.Carries.Kind.TIME;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What every field of every event must keep to; a build with a violation fails. */
final class FieldRules {

    /** Below this a reason is a phrase: 'is public' says nothing of why nobody is found by it. */
    static final int SHORTEST_REASON = 50;

    private static final Set<Class<?>> PLAIN =
            Set.of(
                    UUID.class,
                    LocalDate.class,
                    Instant.class,
                    String.class,
                    boolean.class,
                    int.class);

    private FieldRules() {}

    /** What is wrong with a record, in words; empty if nothing is. */
    static List<String> violations(Class<?> record) {
        return Field.of(record).stream().flatMap(FieldRules::violations).toList();
    }

    private static Stream<String> violations(Field field) {
        List<String> found = new ArrayList<>();
        carries(field, found);
        text(field, found);
        type(field, found);
        dependence(field, found);
        Stream<String> own =
                found.stream()
                        .map(
                                what ->
                                        field.owner().getSimpleName()
                                                + "."
                                                + field.name()
                                                + " "
                                                + what);
        return field.type().isRecord()
                ? Stream.concat(own, violations(field.type()).stream())
                : own;
    }

    private static void carries(Field field, List<String> found) {
        Carries carries = field.carries();
        if (carries == null) {
            found.add("has no @Carries: nobody has said why it may be public");
            return;
        }
        if (carries.because().strip().length() < SHORTEST_REASON) {
            found.add("gives no reason worth the name");
        }
        agrees(field, found, carries, RANDOM_ID, Set.of(UUID.class));
        agrees(field, found, carries, TIME, Set.of(LocalDate.class, Instant.class));
        if (field.type() == Money.class && carries.kind() != AMOUNT) {
            found.add("is money and no " + AMOUNT);
        }
    }

    private static void agrees(
            Field field, List<String> found, Carries carries, Carries.Kind kind, Set<?> types) {
        if ((carries.kind() == kind) != types.contains(field.type())) {
            found.add("is of a type that does not go with " + carries.kind());
        }
    }

    private static void text(Field field, List<String> found) {
        boolean isText = field.type() == String.class;
        if (isText && field.form() == null) {
            found.add("is a text without a form");
        }
        if (!isText && field.form() != null) {
            found.add("has a form and is no text");
        }
    }

    private static void type(Field field, List<String> found) {
        Class<?> type = field.type();
        if (!PLAIN.contains(type) && !type.isEnum() && !type.isRecord()) {
            found.add("is of a type that contracts do not use: " + type.getSimpleName());
        }
    }

    private static void dependence(Field field, List<String> found) {
        OnlyWhen when = field.onlyWhen();
        if (when == null) {
            return;
        }
        if (field.isRequired()) {
            found.add("depends on another field and is not @Nullable");
        }
        if ((when.is().length == 0) == (when.isNot().length == 0)) {
            found.add("depends on 'is' or on 'isNot', one of them");
        }
        @Nullable Field other =
                Field.of(field.owner()).stream()
                        .filter(candidate -> candidate.name().equals(when.field()))
                        .findAny()
                        .orElse(null);
        if (other == null
                || !Stream.of(when.is(), when.isNot())
                        .flatMap(Arrays::stream)
                        .allMatch(other.constants()::contains)) {
            found.add("depends on a field or value that is not there");
        }
    }
}
