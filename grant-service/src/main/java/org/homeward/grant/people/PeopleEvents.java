package org.homeward.grant.people;

import java.util.UUID;
import org.homeward.contracts.access.TokensDenied;
import org.homeward.contracts.beneficiary.BeneficiaryCorrected;
import org.homeward.contracts.beneficiary.BeneficiaryDroppedOut;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.beneficiary.BeneficiarySelected;
import org.homeward.contracts.beneficiary.CaseOwned;
import org.homeward.contracts.beneficiary.HouseholdJoined;
import org.homeward.contracts.beneficiary.ProgrammeOpened;
import org.homeward.contracts.beneficiary.SelectionOpened;
import org.homeward.contracts.beneficiary.SelectionWithdrawn;
import org.homeward.contracts.beneficiary.VulnerabilityAssessed;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.kit.inbox.Reactions;
import org.homeward.kit.security.DeniedTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What events of other services change in what is known of people. */
@Configuration(proxyBeanMethods = false)
class PeopleEvents {

    @Bean
    Reactions reactions(People people) {
        return Reactions.of(
                        "homeward.beneficiary.v1",
                        "homeward.consent.v1",
                        "homeward.access.v1",
                        "homeward.erasure.v1")
                .projecting(DeniedTokens.COLLECTION, TokensDenied.class, DeniedTokens::project)
                .on(
                        BeneficiaryErased.class,
                        (event, _, change) -> ErasureOrders.heard(event, change))
                .projecting(
                        People.COLLECTION,
                        BeneficiaryErased.class,
                        (event, known) -> people.forgets(known, event.beneficiary()))
                .projecting(
                        People.COLLECTION,
                        BeneficiaryRegistered.class,
                        (event, known) ->
                                people.belongs(
                                        known,
                                        event.beneficiary(),
                                        event.organisation(),
                                        event.district()))
                .projecting(
                        People.COLLECTION,
                        BeneficiaryCorrected.class,
                        (event, known) ->
                                people.belongs(
                                        known,
                                        event.beneficiary(),
                                        event.organisation(),
                                        event.district()))
                .projecting(
                        People.COLLECTION,
                        CaseOwned.class,
                        (event, known) -> people.works(known, event.beneficiary(), event.owner()))
                .projecting(
                        People.COLLECTION,
                        VulnerabilityAssessed.class,
                        (event, known) ->
                                people.works(known, event.beneficiary(), event.assessor()))
                .projecting(
                        People.COLLECTION,
                        HouseholdJoined.class,
                        (event, known) ->
                                people.joins(known, event.beneficiary(), event.household()))
                .projecting(
                        People.PROGRAMMES,
                        ProgrammeOpened.class,
                        (event, programmes) -> people.opens(programmes, event.programme()))
                .projecting(
                        People.PROGRAMMES,
                        SelectionOpened.class,
                        (event, programmes) ->
                                people.selects(programmes, event.round(), event.programme()))
                .projecting(
                        People.PROGRAMMES,
                        SelectionWithdrawn.class,
                        (event, programmes) -> {
                            if (event.selecting()) {
                                people.selects(programmes, event.round(), event.programme());
                            } else {
                                people.selectsNot(programmes, event.round(), event.programme());
                            }
                        })
                .projecting(
                        People.COLLECTION,
                        BeneficiarySelected.class,
                        (event, known) ->
                                people.isSelected(
                                        known,
                                        event.beneficiary(),
                                        event.place(),
                                        event.programme()))
                .projecting(
                        People.COLLECTION,
                        BeneficiaryDroppedOut.class,
                        (event, known) ->
                                people.dropsOut(known, event.beneficiary(), event.place()))
                .projecting(
                        People.COLLECTION,
                        ConsentGiven.class,
                        (event, known) -> {
                            var beneficiary = whoseCase(event);
                            if (beneficiary != null) {
                                people.consents(
                                        known, beneficiary, event.consent(), event.validUntil());
                            }
                        })
                .projecting(
                        People.COLLECTION,
                        ConsentWithdrawn.class,
                        (event, known) -> {
                            var beneficiary = whoseCase(event);
                            if (beneficiary != null) {
                                people.takesBack(known, beneficiary, event.consent());
                            }
                        });
    }

    /** Null for consents that grants have no use for. */
    private static @Nullable UUID whoseCase(ConsentEvent event) {
        return event.purpose() == ConsentPurpose.CASE_MANAGEMENT ? event.beneficiary() : null;
    }
}
