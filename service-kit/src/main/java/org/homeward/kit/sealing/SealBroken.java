package org.homeward.kit.sealing;

import org.homeward.kit.web.Problem;

/**
 * What is stored of a record can't be opened: its key is missing, or does not fit. Whoever throws
 * it has raised the alarm {@code record-unreadable}; a list shows the row without it.
 */
public final class SealBroken extends Problem {

    private static final long serialVersionUID = 1L;

    public SealBroken() {
        super(
                500,
                "record-unreadable",
                "Record unreadable",
                "What is kept of this record can't be opened with the keys at hand. Nothing was changed, and the operators know.");
    }
}
