package org.homeward.beneficiary.registration;

import org.homeward.contracts.TextForm;
import org.homeward.kit.web.Call;

/** Where a worker may write down something new: for her organisation, in her districts. */
public final class Workplace {

    private Workplace() {}

    /**
     * @throws OrganisationNeeded when the caller belongs to none
     * @throws DistrictOutOfScope when it is a district of others
     */
    public static void require(Call call, String district) {
        if (!TextForm.ORGANISATION.fits(call.actor().organisation())) {
            throw new OrganisationNeeded();
        }
        if (call.scope().districts() != null && !call.scope().districts().contains(district)) {
            throw new DistrictOutOfScope();
        }
    }
}
