package org.homeward.beneficiary.erasure;

import org.homeward.kit.web.Problem;

/**
 * Who asked for an erasure would decide it, or who lifted what kept the file, or opened it and was
 * not reviewed yet, would destroy it: refused whatever roles the person has.
 */
final class AnotherDecides extends Problem {

    private static final long serialVersionUID = 1L;

    AnotherDecides() {
        super(
                403,
                "another-decides",
                "Another decides",
                "Who asked for an erasure neither carries it out nor refuses it. Who lifted a legal"
                        + " hold on the file does not carry it out, nor does who opened it out of"
                        + " scope before the opening is reviewed.");
    }
}
