package org.homeward.story.lead;

import static org.homeward.story.lead.LeadRecords.LEADS;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.mongodb.client.model.UpdateManyModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.beneficiary.BeneficiaryDroppedOut;
import org.homeward.contracts.beneficiary.BeneficiarySelected;
import org.homeward.contracts.consent.ConsentEvent;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.grant.GrantClosed;
import org.homeward.contracts.grant.GrantHandedOver;
import org.homeward.kit.inbox.Reactions;
import org.homeward.kit.inbox.Received;
import org.homeward.kit.journal.Change;
import org.homeward.kit.journal.Decision;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.story.erasure.ErasureDone;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * What events make of leads. Whose a grant is was told when it was approved; that is kept until it
 * is handed over and not a moment longer.
 */
@Component
public class LeadNews {

    private static final String GRANTED = "granted";
    private static final String BENEFICIARY = "beneficiary";

    private final KnownPeople people;

    LeadNews(KnownPeople people) {
        this.people = people;
    }

    /** The same reactions, and what becomes of leads. */
    public Reactions with(Reactions reactions) {
        return reactions
                .on(GrantApproved.class, (event, _, change) -> approved(event, change))
                .on(GrantHandedOver.class, LeadNews::handedOver)
                .on(GrantClosed.class, (event, _, change) -> whose(event.grant(), change))
                .on(BeneficiaryErased.class, (event, _, change) -> erased(event, change))
                .projecting(
                        KnownPeople.COLLECTION,
                        BeneficiaryErased.class,
                        (event, known) -> people.forgets(known, event.beneficiary()))
                .projecting(
                        KnownPeople.COLLECTION,
                        BeneficiarySelected.class,
                        (event, known) ->
                                people.isSelected(
                                        known,
                                        event.beneficiary(),
                                        event.place(),
                                        event.programme()))
                .projecting(
                        KnownPeople.COLLECTION,
                        BeneficiaryDroppedOut.class,
                        (event, known) ->
                                people.dropsOut(known, event.beneficiary(), event.place()))
                .projecting(
                        KnownPeople.COLLECTION,
                        ConsentGiven.class,
                        (event, known) -> {
                            var beneficiary = whoseCase(event);
                            if (beneficiary != null) {
                                people.consents(
                                        known, beneficiary, event.consent(), event.validUntil());
                            }
                        })
                .projecting(
                        KnownPeople.COLLECTION,
                        ConsentWithdrawn.class,
                        (event, known) -> {
                            var beneficiary = whoseCase(event);
                            if (beneficiary != null) {
                                people.takesBack(known, beneficiary, event.consent());
                            }
                        });
    }

    /** What was handed over once, before a restore of the sender, makes no second lead. */
    private static void approved(GrantApproved event, Change change) {
        change.companion(
                GRANTED,
                new UpdateOneModel<>(
                        new Document("_id", event.grant()),
                        Updates.setOnInsert(BENEFICIARY, event.beneficiary()),
                        new UpdateOptions().upsert(true)));
    }

    /** Its origin is not the event's: the audit must not join a grant to what follows from it. */
    private static void handedOver(GrantHandedOver event, Received received, Change change) {
        whose(event.grant(), change)
                .ifPresent(
                        beneficiary -> {
                            var about =
                                    new Lead.About(
                                            event.programme(),
                                            event.district(),
                                            event.sector(),
                                            LocalDate.ofInstant(
                                                    received.time(), ProgrammeClock.ZONE));
                            change.causedBy(Origin.system("lead", UUID.randomUUID()))
                                    .create(
                                            LEADS,
                                            UUID.randomUUID(),
                                            Decision.of(new Lead.Open(about, beneficiary)));
                        });
    }

    /** Her leads close and forget her, and so do the grants that would lead to some. */
    private static void erased(BeneficiaryErased event, Change change) {
        change.findAll(LEADS, new Document(LeadRecords.BENEFICIARY, event.beneficiary()))
                .forEach(lead -> change.update(lead, lead.state().open().lapse()));
        change.companion(
                GRANTED,
                new UpdateManyModel<>(
                        new Document(BENEFICIARY, event.beneficiary()),
                        Updates.unset(BENEFICIARY)));
        ErasureDone.confirm(event.erasure(), change);
    }

    /** Whose it is, for the last time: it is forgotten with this. */
    private static Optional<UUID> whose(UUID grant, Change change) {
        var forgotten = new Update().unset(BENEFICIARY);
        return Optional.ofNullable(
                        change.mongo()
                                .findAndModify(
                                        query(where("_id").is(grant)),
                                        forgotten,
                                        Document.class,
                                        GRANTED))
                .map(granted -> granted.get(BENEFICIARY, UUID.class));
    }

    /** Null for consents that leads have no use for. */
    private static @Nullable UUID whoseCase(ConsentEvent event) {
        return event.purpose() == ConsentPurpose.CASE_MANAGEMENT ? event.beneficiary() : null;
    }
}
