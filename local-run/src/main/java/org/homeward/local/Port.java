package org.homeward.local;

import java.util.Locale;

/** A port of the local run; services have a second one for management, 100 above. */
public enum Port {
    IDENTITY(8080),
    BENEFICIARY(8081),
    GRANT(8082),
    STORY(8083),
    NOTIFICATION(8084),
    SMTP(2525),
    MAIL(8025),
    MONGODB(27117),
    KAFKA(29092),
    KAFKA_CONTROLLER(29093);

    private final int standard;

    Port(int standard) {
        this.standard = standard;
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
