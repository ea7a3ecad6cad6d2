package org.homeward.grant.people;

import java.util.UUID;
import org.homeward.contracts.beneficiary.BeneficiaryCorrected;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.kit.inbox.Reactions;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What events of other services change in what is known of people. */
@Configuration(proxyBeanMethods = false)
class PeopleEvents {

    @Bean
    Reactions reactions(People people) {
        return Reactions.of("homeward.beneficiary.v1", "homeward.consent.v1")
                .on(
                        BeneficiaryRegistered.class,
                        (event, _, change) ->
                                people.belongs(
                                        change,
                                        event.beneficiary(),
                                        event.organisation(),
                                        event.district()))
                .on(
                        BeneficiaryCorrected.class,
                        (event, _, change) ->
                                people.belongs(
                                        change,
                                        event.beneficiary(),
                                        event.organisation(),
                                        event.district()))
                .on(
                        ConsentGiven.class,
                        (event, _, change) -> {
                            var beneficiary = whoseCase(event);
                            if (beneficiary != null) {
                                people.consents(
                                        change, beneficiary, event.consent(), event.validUntil());
                            }
                        })
                .on(
                        ConsentWithdrawn.class,
                        (event, _, change) -> {
                            var beneficiary = whoseCase(event);
                            if (beneficiary != null) {
                                people.takesBack(change, beneficiary, event.consent());
                            }
                        });
    }

    /** Null for consents that grants have no use for. */
    private static @Nullable UUID whoseCase(ConsentEvent event) {
        return event.purpose() == ConsentPurpose.CASE_MANAGEMENT ? event.beneficiary() : null;
    }
}
