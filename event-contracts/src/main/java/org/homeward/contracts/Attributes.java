package org.homeward.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;

/** The headers of a received record, read strictly; what is wrong is named, never repeated. */
record Attributes(Map<String, byte[]> headers) {

    String text(String name) {
        byte[] value = headers.get(name);
        if (value == null) {
            throw new MalformedEvent("header " + name + " is missing");
        }
        return new String(value, UTF_8);
    }

    String matching(String name, Pattern form) {
        String text = text(name);
        if (!form.matcher(text).matches()) {
            throw wrong(name);
        }
        return text;
    }

    long number(String name, Pattern form) {
        try {
            return Long.parseLong(matching(name, form));
        } catch (NumberFormatException e) {
            throw wrong(name);
        }
    }

    Instant moment(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(name);
        }
    }

    private static MalformedEvent wrong(String name) {
        return new MalformedEvent("header " + name + " is not as it must be");
    }
}
