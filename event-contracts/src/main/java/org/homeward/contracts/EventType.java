package org.homeward.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name by which an event is known outside, for as long as anyone reads its topic. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface EventType {

    /**
     * The CloudEvents type, for example {@code homeward.grant.approved.v1}. Within a version fields
     * are only added, and only such as may be missing; anything else is a new version beside it.
     */
    String value();

    /** What has happened, in a sentence or two, for the schema and the documentation. */
    String says();
}
