package org.homeward.kit.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** Places in a body as JSON Pointers (RFC 6901). */
final class Pointers {

    private static final int LONGEST_NAME = 100;

    private Pointers() {}

    static String of(List<JacksonException.Reference> path) {
        return path.stream()
                .map(
                        step ->
                                step.getPropertyName() == null
                                        ? "/" + step.getIndex()
                                        : "/" + escaped(step.getPropertyName()))
                .collect(Collectors.joining());
    }

    /** From bean validation's {@code items[0].texts[tg].title}. */
    static String of(String propertyPath) {
        return Pattern.compile("[.\\[\\]]+")
                .splitAsStream(propertyPath)
                .filter(step -> !step.isEmpty() && !step.startsWith("<"))
                .map(step -> "/" + escaped(step))
                .collect(Collectors.joining());
    }

    private static String escaped(String name) {
        String shown =
                name.codePoints()
                        .limit(LONGEST_NAME)
                        .filter(CleanText::isClean)
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        return shown.replace("~", "~0").replace("/", "~1");
    }
}
