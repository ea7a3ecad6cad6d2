package org.homeward.story.service;

import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Situation.SOON;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.homeward.contracts.Money;
import org.homeward.contracts.Sector;
import org.homeward.contracts.beneficiary.BeneficiaryDroppedOut;
import org.homeward.contracts.beneficiary.BeneficiarySelected;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentPurpose;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.grant.GrantHandedOver;

/** Somebody with a grant of a programme of her own, so that each test sees its own leads. */
record Tailor(
        String programme, String district, UUID person, UUID consent, UUID place, UUID grant) {

    private static final ConsentOffice OFFICE = ConsentOffice.shared();

    static Tailor of(String district) {
        var programme =
                "P-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        return new Tailor(
                programme,
                district,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID());
    }

    void agrees() {
        OFFICE.tell(
                consent,
                new ConsentGiven(consent, ConsentPurpose.CASE_MANAGEMENT, person, null, null));
    }

    void takesConsentBack() {
        OFFICE.tell(consent, new ConsentWithdrawn(consent, ConsentPurpose.CASE_MANAGEMENT, person));
    }

    void isSelected() {
        OFFICE.tell(place, new BeneficiarySelected(place, person, UUID.randomUUID(), programme));
    }

    void dropsOut() {
        OFFICE.tell(place, new BeneficiaryDroppedOut(place, person, UUID.randomUUID(), programme));
    }

    void isHandedOver() {
        OFFICE.tell(
                grant,
                new GrantApproved(
                        grant,
                        UUID.randomUUID(),
                        person,
                        UUID.randomUUID(),
                        programme,
                        district,
                        Sector.CLOTHING,
                        new Money("18900.00", "TJS"),
                        false));
        OFFICE.tell(grant, new GrantHandedOver(grant, programme, district, Sector.CLOTHING));
    }

    /** Once it is proposed. */
    String lead(Web editor) {
        await().atMost(SOON).until(() -> leads(editor).size() == 1);
        return leads(editor).getFirst();
    }

    /** Ids of those that are listed. */
    List<String> leads(Web editor) {
        return editor.get("/api/v1/leads?limit=100")
                .json()
                .get("items")
                .valueStream()
                .filter(lead -> lead.get("programme").asString().equals(programme))
                .map(lead -> lead.get("id").asString())
                .toList();
    }
}
