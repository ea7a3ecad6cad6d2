package org.homeward.beneficiary.registration;

import java.time.LocalDate;
import java.util.UUID;
import org.homeward.beneficiary.disclosure.IdentifyingData;
import org.homeward.contracts.beneficiary.BeneficiaryCorrected;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.beneficiary.CaseOwned;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Secret;

/** One person, once, across all programmes. */
public sealed interface Beneficiary {

    UUID id();

    /** Code of the organisation that keeps the file. */
    String organisation();

    /** Code of the district she lives in. */
    String district();

    /** Can be said over the telephone, see {@link CaseNumber}. */
    String caseNumber();

    Secret<PersonalData> person();

    Ownership ownership();

    /** What may not be recognisable in a text about her. */
    default IdentifyingData identifying() {
        return person().open().identifying(caseNumber());
    }

    /** Somebody came and was written down. */
    static Decision<Beneficiary> register(Registered registered) {
        var person = registered.person().open();
        return Decision.of(
                registered,
                new BeneficiaryRegistered(
                        registered.id(),
                        registered.organisation(),
                        registered.district(),
                        person.sex(),
                        person.birth().bandOn(registered.registeredOn()),
                        registered.channel()),
                registered.caseOwned());
    }

    /**
     * In the files, not yet in a programme.
     *
     * @param channel how she came
     * @param registeredBy subject of the worker who wrote her down
     * @param registeredOn day whose age band is told for good, or corrections would tell birthdays
     */
    record Registered(
            UUID id,
            String organisation,
            String district,
            String caseNumber,
            Channel channel,
            String registeredBy,
            LocalDate registeredOn,
            Secret<PersonalData> person,
            Ownership ownership)
            implements Beneficiary {

        /**
         * What was written wrongly is replaced as a whole. The entry names {@code district} and
         * {@code person} if they changed; it can't say what of the person did, for her data is one
         * sealed blob.
         */
        Decision<Beneficiary> correct(PersonalData right, String rightDistrict) {
            return Decision.of(
                    new Registered(
                            id,
                            organisation,
                            rightDistrict,
                            caseNumber,
                            channel,
                            registeredBy,
                            registeredOn,
                            person.open().equals(right) ? person : Secret.of(right),
                            ownership),
                    new BeneficiaryCorrected(
                            id,
                            organisation,
                            rightDistrict,
                            right.sex(),
                            right.birth().bandOn(registeredOn)));
        }

        /** Told when the owner is another than before; an offer is nobody else's business. */
        Decision<Beneficiary> owned(Ownership now) {
            var registered =
                    new Registered(
                            id,
                            organisation,
                            district,
                            caseNumber,
                            channel,
                            registeredBy,
                            registeredOn,
                            person,
                            now);
            return now.owner().equals(ownership.owner())
                    ? Decision.of(registered)
                    : Decision.of(registered, registered.caseOwned());
        }

        CaseOwned caseOwned() {
            return new CaseOwned(id, ownership.owner().pseudonym());
        }
    }
}
