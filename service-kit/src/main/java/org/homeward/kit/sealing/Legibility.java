package org.homeward.kit.sealing;

/** Whether what lies sealed of a record can be opened. */
public enum Legibility {
    READABLE,
    /** Its key was destroyed: it is gone for good. */
    ERASED,
    /** Its key is missing or does not fit: operators know, and may bring it back. */
    UNAVAILABLE
}
