package org.homeward.bench.ours;

import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.Call;

@UseCase("Hand a parcel over")
class HandingOver {

    private final Journal journal;

    HandingOver(Journal journal) {
        this.journal = journal;
    }

    Receipt handOver(HandOverParcel parcel, Call call) {
        return journal.run(
                call,
                change -> {
                    var receiver = parcel.receiver();
                    var handedOver =
                            Parcel.handOver(
                                    parcel.id(),
                                    call.actor().organisation(),
                                    parcel.district(),
                                    parcel.street(),
                                    parcel.weight(),
                                    receiver == null ? null : Secret.of(receiver));
                    var made = change.create(Parcel.PARCELS, parcel.id(), handedOver);
                    return Receipt.created(ParcelController.PATH + "/" + parcel.id(), made);
                });
    }
}
