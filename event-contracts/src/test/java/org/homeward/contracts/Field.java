package org.homeward.contracts;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A component of an event, as the schema, the documentation and the rules look at it. */
record Field(Class<?> owner, RecordComponent component) {

    static List<Field> of(Class<?> owner) {
        return Arrays.stream(owner.getRecordComponents())
                .map(component -> new Field(owner, component))
                .toList();
    }

    /** All events, in the order of their declaration. */
    static List<Class<? extends Event>> events() {
        return EventCatalogue.load().events();
    }

    String name() {
        return component.getName();
    }

    boolean isList() {
        return component.getType() == List.class;
    }

    /** The type of the value, or of each entry of a list. */
    Class<?> type() {
        return isList()
                ? (Class<?>)
                        ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0]
                : component.getType();
    }

    boolean isRequired() {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    @Nullable Carries carries() {
        return said(Carries.class);
    }

    @Nullable TextForm form() {
        Text text = said(Text.class);
        return text == null ? null : text.value();
    }

    @Nullable OnlyWhen onlyWhen() {
        return component.getAnnotation(OnlyWhen.class);
    }

    /** By the component itself, or by the accessor of an interface that several events share. */
    private <A extends Annotation> @Nullable A said(Class<A> what) {
        return Stream.<AnnotatedElement>concat(
                        Stream.of(component),
                        Arrays.stream(owner.getInterfaces())
                                .flatMap(shared -> Arrays.stream(shared.getDeclaredMethods()))
                                .filter(accessor -> accessor.getName().equals(name())))
                .map(element -> element.getAnnotation(what))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** What it carries, once the rules have made sure that it says so. */
    Carries declared() {
        return Objects.requireNonNull(carries());
    }

    List<String> constants() {
        Object[] constants = type().getEnumConstants();
        return constants == null ? List.of() : Stream.of(constants).map(Object::toString).toList();
    }
}
