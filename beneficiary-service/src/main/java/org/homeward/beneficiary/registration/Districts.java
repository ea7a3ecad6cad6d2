package org.homeward.beneficiary.registration;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.homeward.kit.web.InvalidBody;
import org.springframework.stereotype.Component;

/** All districts there are: whatever only looks like a code would stand on a topic for ever. */
@Component
public final class Districts {

    private final Map<String, District> byCode;

    public Districts() {
        var file = Objects.requireNonNull(Districts.class.getResourceAsStream("districts.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            byCode =
                    lines.lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(line -> line.split(",", 3))
                            .map(parts -> new District(parts[0], parts[1], parts[2]))
                            .collect(toUnmodifiableMap(District::code, Function.identity()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Collection<District> all() {
        return byCode.values();
    }

    /**
     * As people call it. In Russian it is read as in Tajik: both write it in Cyrillic letters.
     *
     * @param code of a district
     * @param language {@code tg}, {@code ru} or {@code en}
     */
    String name(String code, String language) {
        var district = Objects.requireNonNull(byCode.get(code), code);
        return language.equals("en") ? district.en() : district.tg();
    }

    /**
     * @param code as a body has it at {@code /district}
     * @throws InvalidBody when there is no such district
     */
    void check(String code) {
        check(code, "/district");
    }

    /**
     * @param pointer where a body has it
     * @throws InvalidBody when there is no such district
     */
    public void check(String code, String pointer) {
        if (!byCode.containsKey(code)) {
            throw new InvalidBody(pointer, "is no district of Tajikistan");
        }
    }
}
