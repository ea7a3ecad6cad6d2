package org.homeward.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A nullable field that depends on another: it must be there when the other allows it, and must not
 * be there when not. The record's constructor enforces it; this says it to the schema and the
 * documentation.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyWhen {

    /** The name of the other field, an enum of the same record. */
    String field();

    /** The values of it that call for this field; either these or {@link #isNot} are given. */
    String[] is() default {};

    /** The values of it that forbid this field; all others call for it. */
    String[] isNot() default {};
}
