package org.homeward.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The Kafka topic on which all events of a sealed interface travel. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Topic {

    /** The name of the topic, with the version of its contract. */
    String value();

    /** Who may be given the right to read it. */
    Readers readers();
}
