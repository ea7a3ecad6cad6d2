package org.homeward.notification.delivery;

import java.util.Optional;
import java.util.UUID;

/** Asks beneficiary-service, at the moment of sending, how a person may be reached. */
interface Contacts {

    /**
     * @return empty when no consent to e-mail is in force, or there is no such person or address
     * @throws Away when it could not be asked; to be tried again
     */
    Optional<Contact> byEmail(UUID beneficiary);

    /** Used once and not kept. */
    record Contact(String address, String language) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** The answer is not to be had now. */
    final class Away extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Away(String why) {
            super(why, null, false, false);
        }
    }
}
