package org.homeward.kit.access;

import java.util.List;
import java.util.Map;
import org.homeward.kit.web.Problem;

/** A read of personal data without a purpose that allows it. */
public final class PurposeRequired extends Problem {

    private static final long serialVersionUID = 1L;

    /**
     * @param allowed what the endpoint allows
     */
    public PurposeRequired(List<String> allowed) {
        super(
                400,
                "purpose-required",
                "Purpose required",
                "Send the header Homeward-Purpose with the purpose of this read.",
                Map.of("purposes", allowed));
    }
}
