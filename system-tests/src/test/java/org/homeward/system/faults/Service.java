package org.homeward.system.faults;

import java.util.List;
import java.util.Locale;

/** A service, of which there are two instances. */
enum Service {
    BENEFICIARY,
    GRANT,
    STORY,
    NOTIFICATION;

    /** How many topics it publishes on. */
    int topics() {
        return this == BENEFICIARY ? 4 : 2;
    }

    /** The topics it reads. */
    List<String> reads() {
        return switch (this) {
            case BENEFICIARY ->
                    List.of(
                            "homeward.grant-erasure.v1",
                            "homeward.grant.v1",
                            "homeward.notification-erasure.v1",
                            "homeward.story-erasure.v1");
            case GRANT ->
                    List.of(
                            "homeward.access.v1",
                            "homeward.beneficiary.v1",
                            "homeward.consent.v1",
                            "homeward.erasure.v1");
            case STORY ->
                    List.of(
                            "homeward.access.v1",
                            "homeward.beneficiary.v1",
                            "homeward.consent.v1",
                            "homeward.erasure.v1",
                            "homeward.grant.v1");
            case NOTIFICATION ->
                    List.of(
                            "homeward.access.v1",
                            "homeward.beneficiary.v1",
                            "homeward.erasure.v1",
                            "homeward.grant.v1",
                            "homeward.story.v1");
        };
    }

    String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    String consumer() {
        return database() + "-service";
    }

    /** As {@code ./homeward status} names its instances. */
    List<String> pieces() {
        return List.of(consumer(), consumer() + "-2");
    }

    /** The names of the ports of its instances. */
    List<String> ports() {
        return List.of(name(), name() + "_2");
    }

    /** Its aggregates lie in these collections. */
    List<String> collections() {
        return switch (this) {
            case BENEFICIARY -> List.of("beneficiaries", "searches", "consents", "programmes");
            case GRANT -> List.of("applications", "committees", "funds", "grants");
            case STORY -> List.of("leads", "stories", "retraction-notes");
            case NOTIFICATION -> List.of("deliveries", "subscriptions");
        };
    }
}
