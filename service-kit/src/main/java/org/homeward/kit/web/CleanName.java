package org.homeward.kit.web;

import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.KeyDeserializer;

/** A member name of a JSON object that is read as a map. */
final class CleanName extends KeyDeserializer {

    @Override
    public Object deserializeKey(String name, DeserializationContext context) {
        if (!CleanText.isClean(name)) {
            throw new RefusedValue(
                    context.getParser(), "must not have names with control characters");
        }
        return name;
    }
}
