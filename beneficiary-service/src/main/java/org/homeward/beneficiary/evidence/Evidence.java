package org.homeward.beneficiary.evidence;

import java.time.Instant;
import java.util.UUID;
import org.homeward.kit.image.ImageFormat;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.web.StateConflict;

/**
 * That there is a scan or a photograph of or about a person; its content lies beside. It is never
 * changed: what is wrong is voided, and followed by another.
 */
public sealed interface Evidence {

    Facts facts();

    /** In the field's word. */
    String state();

    /** What it shows. */
    enum Kind {
        SIGNED_FORM,
        SIGNATURE,
        THUMBPRINT,
        DOCUMENT,
        PHOTOGRAPH
    }

    /** Why it is voided, in one word: a sentence would tell what was to be destroyed. */
    enum Reason {
        /** It is somebody else's. */
        WRONG_PERSON,
        /** It is hers, and not what it was kept as. */
        WRONG_DOCUMENT,
        UNREADABLE,
        /** It shows more, or others, than is needed here. */
        SHOWS_TOO_MUCH,
        /** It was voided before, and a back-up of the data that is older brought it back. */
        BROUGHT_BACK;

        /** Whether the service alone gives it. */
        boolean isFoundOut() {
            return this == BROUGHT_BACK;
        }
    }

    /**
     * What stays whatever becomes of it.
     *
     * @param hash SHA-256 of the content as it is kept, in hexadecimal
     * @param bytes length of that content
     * @param addedBy subject of the worker
     */
    record Facts(
            UUID id,
            UUID beneficiary,
            Kind kind,
            ImageFormat format,
            String hash,
            int bytes,
            String addedBy,
            Instant addedAt) {}

    static Decision<Evidence> added(Facts facts) {
        return Decision.of(new Kept(facts));
    }

    /**
     * What rests on it stays as it is; its content is to be destroyed with the same change.
     *
     * @param by subject
     * @throws AnotherVoids for who added it
     * @throws StateConflict when it was voided before
     */
    default Decision<Evidence> voided(Reason reason, String by, Instant at) {
        throw new StateConflict(state());
    }

    /** Its content can be read. */
    record Kept(Facts facts) implements Evidence {

        @Override
        public Decision<Evidence> voided(Reason reason, String by, Instant at) {
            if (by.equals(facts.addedBy())) {
                throw new AnotherVoids();
            }
            return Decision.of(new Voided(facts, reason, by, at));
        }

        @Override
        public String state() {
            return "KEPT";
        }
    }

    /** Should not have been there, and proves nothing from now on. */
    record Voided(Facts facts, Reason reason, String by, Instant at) implements Evidence {

        @Override
        public String state() {
            return "VOIDED";
        }
    }
}
