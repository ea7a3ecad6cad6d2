package org.homeward.beneficiary.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.homeward.beneficiary.opening.Opening.Facts;
import org.homeward.beneficiary.opening.Opening.Finding;
import org.homeward.contracts.access.GlassBroken;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;

class OpeningTest {

    private static final Instant NOW = Instant.parse("2026-03-12T05:10:00Z");
    private static final Instant IN_AN_HOUR = NOW.plusSeconds(3600);

    private final Actor worker = actor("farhod", "hamdasti", "*", "case-worker");
    private final Actor officer = actor("zarina", "mission", "*", "protection-officer");
    private final Facts facts =
            new Facts(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    "umed",
                    "TJ-KT-VOSE",
                    "farhod",
                    NOW,
                    Secret.of("She stands before me and bleeds"));

    @Test
    void an_opening_tells_its_own_id_who_may_not_review_it_and_where_and_nothing_else() {
        assertThat(Opening.open(facts, worker).events())
                .containsExactly(new GlassBroken(facts.id(), worker.pseudonym(), "TJ-KT-VOSE"));
    }

    @Test
    void there_is_no_glass_before_a_file_within_scope() {
        for (var district : new String[] {"*", "TJ-KT-VOSE"}) {
            var near = actor("farhod", "umed", district, "case-worker");
            assertThatExceptionOfType(WithinScope.class)
                    .isThrownBy(() -> Opening.open(facts, near));
        }
        for (var far :
                new Actor[] {
                    actor("farhod", "umed", "TJ-SU-AYNI", "case-worker"),
                    actor("farhod", "umed", "*", "data-protection-officer")
                }) {
            assertThat(Opening.open(facts, far).state().state()).isEqualTo("UNREVIEWED");
        }
    }

    @Test
    void the_file_is_open_for_an_hour_to_who_opened_it() {
        var opening = Opening.open(facts, worker).state();

        assertThat(opening.lets(worker, IN_AN_HOUR)).isTrue();
        assertThat(opening.lets(worker, IN_AN_HOUR.plusMillis(1))).isFalse();
        assertThat(opening.lets(officer, NOW)).isFalse();
    }

    @Test
    void an_opening_is_overdue_when_nobody_has_reviewed_it_for_a_day() {
        var opening = Opening.open(facts, worker).state();
        var reviewed = opening.review(officer, Finding.JUSTIFIED, "an emergency", NOW).state();
        var aDayLater = NOW.plusSeconds(86_400);

        assertThat(opening.isOverdue(aDayLater)).isFalse();
        assertThat(opening.isOverdue(aDayLater.plusMillis(1))).isTrue();
        assertThat(reviewed.isOverdue(aDayLater.plusMillis(1))).isFalse();
    }

    @Test
    void what_is_not_justified_ends_at_once_and_what_is_goes_on() {
        var opening = Opening.open(facts, worker).state();

        var justified = opening.review(officer, Finding.JUSTIFIED, "an emergency", NOW).state();
        var not = opening.review(officer, Finding.NOT_JUSTIFIED, "a neighbour", NOW).state();

        assertThat(justified.lets(worker, IN_AN_HOUR)).isTrue();
        assertThat(justified.lets(worker, IN_AN_HOUR.plusMillis(1))).isFalse();
        assertThat(not.lets(worker, NOW)).isFalse();
    }

    @Test
    void nobody_reviews_her_own_opening_whatever_roles_she_has() {
        var opening = Opening.open(facts, worker).state();
        var both = actor("farhod", "mission", "*", "protection-officer");

        assertThatExceptionOfType(OwnOpening.class)
                .isThrownBy(() -> opening.review(both, Finding.JUSTIFIED, "well", NOW));
    }

    @Test
    void an_opening_is_reviewed_once() {
        var reviewed =
                Opening.open(facts, worker)
                        .state()
                        .review(officer, Finding.JUSTIFIED, "an emergency", NOW)
                        .state();

        assertThatExceptionOfType(StateConflict.class)
                .isThrownBy(() -> reviewed.review(officer, Finding.NOT_JUSTIFIED, "no", NOW))
                .satisfies(
                        conflict ->
                                assertThat(conflict.extensions())
                                        .containsEntry("state", "REVIEWED"));
    }

    private static Actor actor(String subject, String organisation, String district, String role) {
        return new Actor(
                "issuer", subject, organisation, Set.of(role), Set.of(district), Set.of(), null);
    }
}
