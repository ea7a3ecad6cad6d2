package org.homeward.notification.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.contracts.TextForm;
import org.homeward.notification.subscription.Occasion;
import org.jspecify.annotations.Nullable;

/** What is to be said to whom; nothing in it tells who a beneficiary is. */
public sealed interface Message {

    Recipient to();

    /**
     * CloudEvents types of events of which the topic of messages tells that somebody was told, or
     * could not be. Of posts it tells nothing: its list of channels is closed. Nor of what is for
     * the services only; nor of what is for a beneficiary, for beside the event at the same moment
     * it would tell who agreed to e-mail, and by its absence who did not.
     */
    Set<String> told();

    /**
     * A mail about an event.
     *
     * @param event id of the event that caused it
     * @param about CloudEvents type of that event
     * @param facts values for the template's placeholders
     * @param beneficiary whose case it is, to find organisation and district; null for stories
     * @param placed whether these were known when it was recorded, so that only those were asked
     *     whose scope it is in; while they are not, nobody is shown that something waits
     */
    record Notice(
            UUID event,
            String about,
            Occasion occasion,
            Recipient.Person to,
            Map<String, String> facts,
            @Nullable UUID beneficiary,
            boolean placed)
            implements Message {

        public Notice {
            facts = Map.copyOf(facts);
        }

        @Override
        public Set<String> told() {
            return switch (to) {
                case Recipient.Staff _ when TextForm.PUBLIC_EVENT_TYPE.fits(about) -> Set.of(about);
                case Recipient.Staff _, Recipient.Beneficiary _ -> Set.of();
            };
        }
    }

    /** One mail about what came in a day. */
    record Digest(Recipient.Staff to, List<Notice> notices) implements Message {

        /** What comes beyond is for the mail of the next day. */
        static final int MOST = 500;

        public Digest {
            notices = List.copyOf(notices);
        }

        @Override
        public Set<String> told() {
            return notices.stream()
                    .flatMap(notice -> notice.told().stream())
                    .collect(Collectors.toSet());
        }
    }

    /**
     * An event as it is posted to a webhook.
     *
     * @param event its id
     * @param about its CloudEvents type
     * @param beneficiary whom it names: once she is erased it is not posted any more; null where it
     *     names nobody
     * @param happened when it was decided
     * @param body the event with its attributes, as JSON
     */
    record Post(
            UUID event,
            String about,
            Recipient.Webhook to,
            @Nullable UUID beneficiary,
            Instant happened,
            String body)
            implements Message {

        @Override
        public Set<String> told() {
            return Set.of();
        }
    }

    /** Somebody to be told. */
    sealed interface Recipient {

        /** Somebody who is written to. */
        sealed interface Person extends Recipient {}

        /** A staff member, by her subscription. */
        record Staff(UUID subscription) implements Person {}

        /** The person herself, within her consent at the moment of sending. */
        record Beneficiary(UUID id) implements Person {}

        /** A machine of a partner's. */
        record Webhook(UUID webhook) implements Recipient {}
    }
}
