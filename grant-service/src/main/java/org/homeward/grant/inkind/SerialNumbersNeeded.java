package org.homeward.grant.inkind;

import java.util.Map;
import org.homeward.kit.web.Problem;

/** Equipment would be handed over without telling its units apart. */
final class SerialNumbersNeeded extends Problem {

    private static final long serialVersionUID = 1L;

    SerialNumbersNeeded(int units) {
        super(
                409,
                "serial-numbers-needed",
                "Serial numbers needed",
                "Each unit of equipment has a serial number of its own, or the tag it was given.",
                Map.of("units", units));
    }
}
