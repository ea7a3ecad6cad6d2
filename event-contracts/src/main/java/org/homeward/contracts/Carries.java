package org.homeward.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The class of a field of an event and the reason why it may be on a topic that is never cleared.
 * The build fails for a field without it. Where several events carry the same, their common
 * interface says it once, at the accessor.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Carries {

    /** What sort of fact this is. */
    Kind kind();

    /** Why nobody is found by it, or what holds the harm where somebody could be. */
    String because();

    /** The sorts of facts that may be in an event. There is none for personal data. */
    enum Kind {
        /** A random UUID: tells neither when nor who, joins only what may stand together. */
        RANDOM_ID,
        /** A fact about a person that is so coarse that many share it. */
        COARSE_FACT,
        /** A fact that is public anyway. */
        PUBLIC_FACT,
        /** A name of the programme's own world: a programme, a purpose, a kind. */
        CODE,
        /** A sum of money. */
        AMOUNT,
        /** A day or a moment. */
        TIME,
        /** A digest of something that is itself not on the topic. */
        HASH
    }
}
