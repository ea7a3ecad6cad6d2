package org.homeward.kit.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * With which problems an endpoint answers beyond those that all endpoints of its kind have; for the
 * description of the API.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    /** The statuses, for instance {@code 429}. */
    String[] value();
}
