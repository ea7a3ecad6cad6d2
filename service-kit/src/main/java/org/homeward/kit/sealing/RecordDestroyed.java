package org.homeward.kit.sealing;

import org.homeward.kit.web.Problem;

/**
 * What was kept of this record was destroyed, and the record does not say so: as after a restore,
 * where the data is older than the vault.
 */
public final class RecordDestroyed extends Problem {

    private static final long serialVersionUID = 1L;

    public RecordDestroyed() {
        super(
                410,
                "record-destroyed",
                "Record destroyed",
                "What was kept of this record was destroyed for good: no later read shows it.");
    }
}
