package org.homeward.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The form that the text of a field has (of each entry, where the field is a list). The build fails
 * for a text field without it: there is no free text in an event.
 */
@Target({ElementType.RECORD_COMPONENT, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    /** The form; the record's constructor checks it, the schema states it. */
    TextForm value();
}
