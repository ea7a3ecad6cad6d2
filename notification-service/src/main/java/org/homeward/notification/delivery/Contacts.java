package org.homeward.notification.delivery;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.homeward.kit.observe.Alarms;
import org.homeward.kit.peer.PeerAway;
import org.homeward.kit.peer.PeerClient;
import org.homeward.kit.peer.PeerRefused;

/**
 * Asks beneficiary-service, at the moment of sending, how a person may be reached. Nothing of the
 * answer is kept.
 */
final class Contacts {

    private static final String EMAIL = "/internal/v1/contacts/{beneficiary}/email";
    private static final String PURPOSE = "contact";
    private static final int NOT_CONSENTED = 409;

    private final PeerClient beneficiaryService;
    private final Alarms alarms;

    Contacts(PeerClient beneficiaryService, Alarms alarms) {
        this.beneficiaryService = beneficiaryService;
        this.alarms = alarms;
    }

    /**
     * @return empty when no consent to e-mail is in force, or there is no such address
     * @throws PeerAway when it could not be asked; to be tried again. So is any other refusal, with
     *     an alarm: a person of whom grants are told is known there, so a 404 is a wrong address of
     *     the service or a database that lost her, and no answer about her consent
     */
    Optional<Contact> byEmail(UUID beneficiary) {
        try {
            return Optional.of(beneficiaryService.get(PURPOSE, Contact.class, EMAIL, beneficiary));
        } catch (PeerRefused no) {
            if (no.status() == NOT_CONSENTED) {
                return Optional.empty();
            }
            alarms.raise("contact", "The question for a contact was not understood", no);
            throw new PeerAway(String.valueOf(no.getMessage()));
        }
    }

    /**
     * Used once.
     *
     * @param language BCP 47
     */
    record Contact(String address, String language) {

        Contact {
            Objects.requireNonNull(address);
            Objects.requireNonNull(language);
        }

        @Override
        public String toString() {
            return "***";
        }
    }
}
