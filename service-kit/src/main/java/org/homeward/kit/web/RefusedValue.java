package org.homeward.kit.web;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;

/** A value of a body that is refused with a reason that may be shown. */
final class RefusedValue extends DatabindException {

    private static final long serialVersionUID = 1L;

    RefusedValue(JsonParser parser, String reason) {
        super(parser, reason);
    }
}
