package org.homeward.beneficiary.registration;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.homeward.beneficiary.disclosure.IdentifyingData;
import org.homeward.contracts.beneficiary.BeneficiaryCorrected;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.beneficiary.CaseOwned;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.sealing.Legibility;
import org.homeward.kit.sealing.SealBroken;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;

/** One person, once, across all programmes. */
public sealed interface Beneficiary {

    UUID id();

    /** Code of the organisation that keeps the file. */
    String organisation();

    /** Code of the district she lives in. */
    String district();

    Ownership ownership();

    /**
     * Who she is; empty once she was erased.
     *
     * @throws SealBroken when it can't be opened, for another reason
     */
    Optional<PersonalData> readable();

    /** For a list, which goes on where one of its people can't be shown. */
    Legibility legibility();

    /** What may not be recognisable in a text about her; empty once she was erased. */
    Optional<IdentifyingData> identifying();

    /**
     * Where something is to be done for her.
     *
     * @throws StateConflict when she was erased
     */
    Registered registered();

    /** In the field's word. */
    String state();

    /**
     * She lives elsewhere than before. Where, and with whom, is not of her file: that she left, and
     * when, stands there as an entry of its own.
     */
    default Decision<Beneficiary> leftHousehold() {
        return Decision.of(this);
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
     * @param caseNumber can be said over the telephone, see {@link CaseNumber}
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

        /**
         * Nothing that says who she is stays, her case number neither: it stands on papers. What
         * figures need does. It is told on a topic of its own, see the erasure.
         */
        Decision<Beneficiary> erase(LocalDate today) {
            return Decision.of(new Erased(id, organisation, district, ownership, today));
        }

        @Override
        public Optional<PersonalData> readable() {
            return person.isReadable() ? Optional.of(person.open()) : Optional.empty();
        }

        @Override
        public Legibility legibility() {
            return person.legibility();
        }

        @Override
        public Optional<IdentifyingData> identifying() {
            return readable().map(known -> known.identifying(caseNumber));
        }

        @Override
        public Registered registered() {
            return this;
        }

        @Override
        public String state() {
            return "REGISTERED";
        }
    }

    /** That there was somebody, for figures; her key is destroyed. */
    record Erased(
            UUID id, String organisation, String district, Ownership ownership, LocalDate erasedOn)
            implements Beneficiary {

        @Override
        public Optional<PersonalData> readable() {
            return Optional.empty();
        }

        @Override
        public Legibility legibility() {
            return Legibility.ERASED;
        }

        @Override
        public Optional<IdentifyingData> identifying() {
            return Optional.empty();
        }

        @Override
        public Registered registered() {
            throw new StateConflict(state());
        }

        @Override
        public String state() {
            return "ERASED";
        }
    }
}
