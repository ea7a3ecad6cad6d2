package org.homeward.kit.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says what was wrong with JSON in our own words: the parser's tell class names. */
final class Expected {

    private static final Set<Class<?>> WHOLE =
            Set.of(
                    int.class,
                    Integer.class,
                    long.class,
                    Long.class,
                    short.class,
                    Short.class,
                    byte.class,
                    Byte.class,
                    BigInteger.class);
    private static final Set<Class<?>> NUMBERS =
            Set.of(double.class, Double.class, float.class, Float.class, BigDecimal.class);

    private Expected() {}

    static Violation violation(@Nullable Throwable cause) {
        return cause instanceof JacksonException json
                ? new Violation(pointer(json), message(json))
                : new Violation("", "a body is required");
    }

    /** Where the binding was, or for text that is no JSON, where the parser was. */
    private static String pointer(JacksonException cause) {
        return cause.getPath().isEmpty() && cause.processor() instanceof JsonParser parser
                ? parser.streamReadContext().pathAsPointer().toString()
                : Pointers.of(cause.getPath());
    }

    private static String message(JacksonException cause) {
        return switch (cause) {
            case RefusedValue refused -> refused.getOriginalMessage();
            case UnrecognizedPropertyException unknown -> "is unknown";
            case MismatchedInputException trailing when begins(trailing, "Trailing") ->
                    "has something after its end";
            case MismatchedInputException other -> mismatch(other.getTargetType());
            case StreamConstraintsException bounds -> "is nested too deep or too long";
            case InputCoercionException range -> mismatch(range.getTargetType());
            case StreamReadException twice when begins(twice, "Duplicate") -> "has a member twice";
            case StreamReadException malformed -> "is no well-formed JSON";
            default -> "is not valid";
        };
    }

    private static boolean begins(JacksonException cause, String word) {
        return String.valueOf(cause.getOriginalMessage()).startsWith(word);
    }

    private static String mismatch(@Nullable Class<?> target) {
        if (target == null) {
            return "is of the wrong kind";
        }
        if (target.isEnum()) {
            return Arrays.stream(target.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "must be one of ", ""));
        }
        if (WHOLE.contains(target)) {
            return "must be a whole number in range";
        }
        if (NUMBERS.contains(target)) {
            return "must be a number";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "must be true or false";
        }
        boolean list = target.isArray() || Collection.class.isAssignableFrom(target);
        return list ? "must be a list" : "must be an object";
    }
}
