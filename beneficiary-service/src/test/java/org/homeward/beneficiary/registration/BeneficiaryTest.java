package org.homeward.beneficiary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.homeward.beneficiary.matching.PersonName;
import org.homeward.beneficiary.registration.Beneficiary.Registered;
import org.homeward.contracts.beneficiary.AgeBand;
import org.homeward.contracts.beneficiary.BeneficiaryCorrected;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;

class BeneficiaryTest {

    private static final UUID ID = UUID.randomUUID();
    private static final String SHAHRITUS = "TJ-KT-SHAHRITUS";
    private static final String VOSE = "TJ-KT-VOSE";
    private static final LocalDate REGISTERED = LocalDate.of(2020, 3, 20);

    @Test
    void of_who_is_erased_nothing_stays_that_says_who_she_was_and_nothing_is_done_for_her() {
        var erased = registered(born("Гулчеҳра", REGISTERED.minusYears(30))).erase(REGISTERED);

        assertThat(erased.events()).isEmpty();
        assertThat(erased.state().readable()).isEmpty();
        assertThat(erased.state().identifying()).isEmpty();
        assertThat(erased.state()).isInstanceOf(Beneficiary.Erased.class);
        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> erased.state().registered())
                .satisfies(no -> assertThat(no.extensions()).containsEntry("state", "ERASED"));
    }

    @Test
    void a_correction_years_later_tells_the_age_band_of_the_day_of_registration() {
        var born = REGISTERED.plusDays(1).minusYears(25);

        var corrected = registered(born("Гулчеҳра", born)).correct(born("Гулноза", born), VOSE);

        assertThat(corrected.events())
                .singleElement()
                .isInstanceOfSatisfying(
                        BeneficiaryCorrected.class,
                        event -> assertThat(event.ageBand()).isEqualTo(AgeBand.FROM_18_TO_24));
        assertThat(corrected.state())
                .isInstanceOfSatisfying(
                        Registered.class,
                        state -> assertThat(state.registeredOn()).isEqualTo(REGISTERED));
    }

    @Test
    void a_date_of_birth_that_is_put_right_tells_the_band_it_has_on_that_day() {
        var wrong = born("Гулчеҳра", REGISTERED.minusYears(17));
        var right = born("Гулчеҳра", REGISTERED.minusYears(60));

        var corrected = registered(wrong).correct(right, SHAHRITUS);

        assertThat(corrected.events())
                .containsExactly(
                        new BeneficiaryCorrected(
                                ID, "umed", SHAHRITUS, Sex.FEMALE, AgeBand.FROM_60));
    }

    private static Registered registered(PersonalData person) {
        return new Registered(
                ID,
                "umed",
                SHAHRITUS,
                "26-0004217-5",
                Channel.SELF,
                "worker-1",
                REGISTERED,
                Secret.of(person),
                new Ownership.Owned(new Ownership.Owner("worker-1", UUID.randomUUID())));
    }

    private static PersonalData born(String given, LocalDate day) {
        return new PersonalData(
                new PersonName("Қурбонова", given),
                List.of(),
                Sex.FEMALE,
                Birth.on(day),
                List.of("+992931234567"),
                null,
                null,
                List.of(),
                List.of("tg"));
    }
}
