package org.homeward.grant.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.grant.people.KnownPerson.Validity;
import org.junit.jupiter.api.Test;

class KnownPersonTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    @Test
    void a_consent_without_an_end_is_in_force() {
        assertThat(consenting(new Validity(null)).consentsInForce(TODAY)).hasSize(1);
    }

    @Test
    void a_consent_holds_through_its_last_day_and_no_longer() {
        assertThat(consenting(new Validity(TODAY)).consentsInForce(TODAY)).hasSize(1);
        assertThat(consenting(new Validity(TODAY)).consentsInForce(TODAY.plusDays(1))).isEmpty();
    }

    @Test
    void a_new_consent_counts_beside_one_that_has_run_out() {
        var person = consenting(new Validity(TODAY.minusDays(1)), new Validity(null));

        assertThat(person.consentsInForce(TODAY)).hasSize(1);
    }

    @Test
    void who_was_never_asked_has_not_consented() {
        assertThat(
                        new KnownPerson(UUID.randomUUID(), null, null, null, null, null, null)
                                .consentsInForce(TODAY))
                .isEmpty();
        assertThat(consenting().consentsInForce(TODAY)).isEmpty();
    }

    @Test
    void whose_case_it_is_who_assessed_and_the_household_are_her_ties() {
        var owner = UUID.randomUUID();
        var assessor = UUID.randomUUID();
        var household = UUID.randomUUID();

        var person =
                new KnownPerson(
                        UUID.randomUUID(),
                        "hamdilon",
                        "TJ-KT-SHAHRITUS",
                        null,
                        Set.of(household),
                        Set.of(owner, assessor),
                        null);

        assertThat(person.ties())
                .isEqualTo(new Ties("hamdilon", Set.of(household), Set.of(owner, assessor)));
        assertThat(consenting().ties()).isEqualTo(new Ties("hamdilon", Set.of(), Set.of()));
    }

    @Test
    void whoever_holds_a_place_is_selected_for_its_programme_once_however_many_places() {
        var places = Map.of("a", "WOMEN-26", "b", "INCOME-26", "c", "WOMEN-26");
        var person =
                new KnownPerson(
                        UUID.randomUUID(), "hamdilon", "TJ-KT-VOSE", null, null, null, places);

        assertThat(person.selectedFor()).containsExactly("INCOME-26", "WOMEN-26");
        assertThat(consenting().selectedFor()).isEmpty();
    }

    private static KnownPerson consenting(Validity... given) {
        var consents =
                Stream.of(given)
                        .collect(Collectors.toMap(_ -> UUID.randomUUID().toString(), v -> v));
        return new KnownPerson(
                UUID.randomUUID(), "hamdilon", "TJ-KT-SHAHRITUS", consents, null, null, null);
    }
}
