package org.homeward.story.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.kit.web.StateConflict;
import org.homeward.story.lead.KnownPerson.Validity;
import org.junit.jupiter.api.Test;

/** What becomes of a proposal to ask somebody for a story. */
class LeadTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final UUID PERSON = UUID.fromString("7d1f1d5e-4c2b-4f0e-9a6f-0d8f3b6c2a11");
    private static final UUID CONSENT = UUID.fromString("c9a6f0b2-1b7d-4a6e-bd4f-6f1f0c6b5e22");
    private static final Lead.About ABOUT =
            new Lead.About("REINT-26", "TJ-KT-SHAHRITUS", Sector.CLOTHING, DAY);
    private static final Lead.Open OPEN = new Lead.Open(ABOUT, PERSON);

    @Test
    void what_is_answered_forgets_whom_it_was_about_and_tells_nobody() {
        for (var closed :
                List.of(OPEN.takeUp(), OPEN.dismiss(Lead.Reason.ALREADY_TOLD), OPEN.lapse())) {
            assertThat(closed.events()).isEmpty();
            assertThat(closed.state().toString())
                    .contains("REINT-26")
                    .doesNotContain(PERSON.toString())
                    .doesNotContain("SHAHRITUS")
                    .doesNotContain("CLOTHING")
                    .doesNotContain("2026-11");
        }
    }

    @Test
    void what_is_answered_is_not_answered_again() {
        var takenUp = OPEN.takeUp().state();
        var dismissed = OPEN.dismiss(Lead.Reason.NOT_REACHED).state();

        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(takenUp::open)
                .satisfies(p -> assertThat(p.extensions()).containsEntry("state", "TAKEN_UP"));
        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(dismissed::open)
                .satisfies(p -> assertThat(p.extensions()).containsEntry("state", "DISMISSED"));
    }

    @Test
    void a_consent_holds_through_its_last_day() {
        var person = new KnownPerson(PERSON, Map.of(CONSENT.toString(), new Validity(DAY)), null);

        assertThat(person.consentsInForce(DAY)).containsExactly(CONSENT);
        assertThat(person.consentsInForce(DAY.plusDays(1))).isEmpty();
    }

    @Test
    void selected_by_one_programme_is_not_selected_by_another() {
        var person = new KnownPerson(PERSON, null, Map.of(UUID.randomUUID().toString(), "LEFT-26"));

        assertThat(person.isSelectedBy("LEFT-26")).isTrue();
        assertThat(person.isSelectedBy("REINT-26")).isFalse();
    }
}
