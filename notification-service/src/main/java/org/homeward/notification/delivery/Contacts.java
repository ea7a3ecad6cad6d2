package org.homeward.notification.delivery;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

    private final PeerClient beneficiaryService;

    Contacts(PeerClient beneficiaryService) {
        this.beneficiaryService = beneficiaryService;
    }

    /**
     * @return empty when no consent to e-mail is in force, or there is no such person or address
     * @throws PeerAway when it could not be asked; to be tried again
     */
    Optional<Contact> byEmail(UUID beneficiary) {
        try {
            return Optional.of(beneficiaryService.get(PURPOSE, Contact.class, EMAIL, beneficiary));
        } catch (PeerRefused no) {
            return switch (no.status()) {
                case 404, 409 -> Optional.empty();
                default -> throw new PeerAway(String.valueOf(no.getMessage()));
            };
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
