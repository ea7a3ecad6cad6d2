package org.homeward.local;

import java.util.Locale;

/**
 * A port of the local run; services have a second one for management, 100 above. Those of second
 * instances are used only where there are any.
 */
public enum Port {
    IDENTITY(8080),
    BENEFICIARY(8081),
    GRANT(8082),
    STORY(8083),
    NOTIFICATION(8084),
    BENEFICIARY_2(8091),
    GRANT_2(8092),
    STORY_2(8093),
    NOTIFICATION_2(8094),
    SMTP(2525),
    MAIL(8025),
    MONGODB(27117),
    KAFKA(29092),
    KAFKA_CONTROLLER(29093);

    private final int standard;

    Port(int standard) {
        this.standard = standard;
    }

    /** Of the second instance of the service on this port. */
    public Port ofSecond() {
        return valueOf(name() + "_2");
    }

    public int standard() {
        return standard;
    }

    /** For instance {@code HOMEWARD_PORT_KAFKA_CONTROLLER}. */
    public String variable() {
        return "HOMEWARD_PORT_" + name();
    }

    /** For instance {@code --port-kafka-controller}. */
    public String option() {
        return "--port-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
