package org.homeward.grant.inkind;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.contracts.Sector;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.grant.money.Currency;
import org.homeward.grant.money.Money;
import org.homeward.grant.people.Person;
import org.junit.jupiter.api.Test;

class GrantTest {

    @Test
    void a_grant_tells_what_was_approved_for_whom_and_from_which_fund() {
        var id = UUID.randomUUID();
        var person = new Person(UUID.randomUUID(), "hamdilon", "TJ-KT-VOSE");
        var terms =
                new Terms(
                        UUID.randomUUID(),
                        person,
                        UUID.randomUUID(),
                        "REINT-26",
                        Sector.FOOD,
                        true,
                        new Money(new BigDecimal("2500"), Currency.TJS),
                        "manager");

        var made = Reserved.make(id, terms, List.of(), Instant.EPOCH);

        assertThat(made.events())
                .containsExactly(
                        new GrantApproved(
                                id,
                                terms.application(),
                                person.beneficiary(),
                                terms.fund(),
                                "REINT-26",
                                "TJ-KT-VOSE",
                                Sector.FOOD,
                                new org.homeward.contracts.Money("2500.00", "TJS"),
                                true));
    }
}
