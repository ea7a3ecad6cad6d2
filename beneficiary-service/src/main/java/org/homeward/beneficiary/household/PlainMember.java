package org.homeward.beneficiary.household;

import java.util.Optional;
import java.util.UUID;
import org.homeward.beneficiary.registration.Birth;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;

/**
 * Somebody of a household who is no beneficiary and has agreed to nothing: an aggregate of its own,
 * so that the data lie under a key of their own and can be destroyed apart.
 */
public record PlainMember(UUID household, Secret<Person> person) {

    /** Only ever stored sealed. */
    public record Person(String name, Sex sex, Birth birth, Standing standing) {

        @Override
        public String toString() {
            return "***";
        }
    }

    /** Empty once she was erased. */
    Optional<Person> readable() {
        return person.isReadable() ? Optional.of(person.open()) : Optional.empty();
    }

    Decision<PlainMember> corrected(Person right) {
        return Decision.of(new PlainMember(household, Secret.of(right)));
    }
}
