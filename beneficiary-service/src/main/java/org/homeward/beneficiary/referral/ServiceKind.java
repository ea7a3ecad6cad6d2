package org.homeward.beneficiary.referral;

import java.util.Optional;
import org.homeward.contracts.beneficiary.OrdinaryService;

/** What somebody may be referred for. */
public enum ServiceKind {
    PSYCHO_SOCIAL,
    LEGAL_AID,
    FINANCIAL_LITERACY,
    /** Tuberculosis and HIV among it. */
    HEALTH,
    /** From violence or trafficking. */
    SHELTER,
    VOCATIONAL_TRAINING,
    DOCUMENTS;

    /** Empty for health and protection, of which nobody hears but the two parties. */
    Optional<OrdinaryService> ordinary() {
        return switch (this) {
            case PSYCHO_SOCIAL -> Optional.of(OrdinaryService.PSYCHO_SOCIAL);
            case LEGAL_AID -> Optional.of(OrdinaryService.LEGAL_AID);
            case FINANCIAL_LITERACY -> Optional.of(OrdinaryService.FINANCIAL_LITERACY);
            case VOCATIONAL_TRAINING -> Optional.of(OrdinaryService.VOCATIONAL_TRAINING);
            case DOCUMENTS -> Optional.of(OrdinaryService.DOCUMENTS);
            case HEALTH, SHELTER -> Optional.empty();
        };
    }
}
