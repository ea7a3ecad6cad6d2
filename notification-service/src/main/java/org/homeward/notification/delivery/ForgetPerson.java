package org.homeward.notification.delivery;

import static org.homeward.notification.delivery.DeliveryTypes.DELIVERY;

import com.mongodb.client.model.DeleteManyModel;
import org.bson.Document;
import org.homeward.contracts.erasure.BeneficiaryErased;
import org.homeward.kit.journal.Change;
import org.springframework.stereotype.Component;

/**
 * Nothing more is sent to somebody who was erased, nor to staff about her, nor posted of what names
 * her. Events that carry only the id of a grant or a story of hers name nobody: they are told and
 * posted on. An address of hers was never kept here.
 */
@Component
class ForgetPerson {

    void forget(BeneficiaryErased event, Change change) {
        var hers =
                new Document("state.message.beneficiary", event.beneficiary())
                        .append("state._class", DeliveryState.QUEUED.stored());
        for (var stored : change.findAll(DELIVERY, hers)) {
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
