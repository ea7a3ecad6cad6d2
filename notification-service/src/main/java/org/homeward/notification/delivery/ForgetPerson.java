package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import com.mongodb.client.model.DeleteManyModel;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.kit.journal.Change;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Nothing more is sent to somebody who was erased, nor to others about her. An address of hers was
 * never kept here.
 */
@Component
class ForgetPerson {

    void forget(BeneficiaryErased event, Change change) {
        var hers =
                Query.query(
                        Criteria.where("state.message.beneficiary")
                                .is(event.beneficiary())
                                .and("state._class")
                                .is(DeliveryState.QUEUED.stored()));
        hers.fields().include("_id");
        for (var found : change.mongo().find(hers, Document.class, DELIVERY.collection())) {
            var stored = change.find(DELIVERY, found.get("_id", UUID.class)).orElseThrow();
            if (stored.state() instanceof Delivery.Queued queued) {
                change.update(
                        stored, queued.suppressed(Delivery.Reason.PERSON_ERASED, change.now()));
            }
        }
        change.companion(
                Digests.COLLECTION,
                new DeleteManyModel<>(new Document("beneficiary", event.beneficiary())));
        ErasureDone.confirm(event.erasure(), change);
    }
}
