package org.homeward.beneficiary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Set;
import org.homeward.beneficiary.registration.Ownership.Offered;
import org.homeward.beneficiary.registration.Ownership.Owned;
import org.homeward.beneficiary.registration.Ownership.Owner;
import org.homeward.kit.security.Actor;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.StateConflict;
import org.junit.jupiter.api.Test;

class OwnershipTest {

    private final Actor nigora = actor("nigora", "case-worker");
    private final Actor farhod = actor("farhod", "case-worker");
    private final Actor third = actor("third", "case-worker");
    private final Actor manager = actor("firuza", "programme-manager");
    private final Ownership nigoras = new Owned(Owner.of(nigora));
    private final Ownership offered = new Offered(Owner.of(nigora), "farhod");

    @Test
    void an_offered_case_is_still_hers_until_he_accepts() {
        var offer = nigoras.offer(nigora, "farhod");

        assertThat(offer).isEqualTo(offered);
        assertThat(offer.owner().subject()).isEqualTo("nigora");
        assertThat(offer.accept(farhod)).isEqualTo(new Owned(Owner.of(farhod)));
    }

    @Test
    void nobody_offers_the_case_of_another_but_a_manager() {
        for (var other : new Actor[] {farhod, actor("root", "administrator")}) {
            assertThatExceptionOfType(NotYourCase.class)
                    .isThrownBy(() -> nigoras.offer(other, "third"));
        }
        assertThat(nigoras.offer(manager, "farhod")).isEqualTo(offered);
    }

    @Test
    void a_manager_who_is_a_worker_too_does_not_offer_a_case_to_herself() {
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> nigoras.offer(manager, manager.subject()));
    }

    @Test
    void nobody_takes_a_case_but_whom_it_is_offered_to() {
        for (var other : new Actor[] {nigora, third, manager, actor("root", "administrator")}) {
            assertThatExceptionOfType(NotYourCase.class).isThrownBy(() -> offered.accept(other));
        }
        assertThatExceptionOfType(StateConflict.class).isThrownBy(() -> nigoras.accept(farhod));
    }

    @Test
    void an_offer_ends_when_he_refuses_or_she_keeps_it() {
        assertThat(offered.refuse(farhod)).isEqualTo(nigoras);
        assertThat(offered.refuse(nigora)).isEqualTo(nigoras);
        assertThatExceptionOfType(NotYourCase.class).isThrownBy(() -> offered.refuse(third));
        assertThatExceptionOfType(StateConflict.class).isThrownBy(() -> nigoras.refuse(nigora));
    }

    @Test
    void another_offer_takes_the_place_of_the_first() {
        var again = offered.offer(nigora, "third");

        assertThatExceptionOfType(NotYourCase.class).isThrownBy(() -> again.accept(farhod));
        assertThat(again.accept(third).owner().subject()).isEqualTo("third");
    }

    @Test
    void a_case_is_not_offered_to_who_has_it() {
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> nigoras.offer(nigora, "nigora"));
    }

    private static Actor actor(String subject, String role) {
        return new Actor("issuer", subject, "umed", Set.of(role), Set.of("*"), Set.of(), null);
    }
}
