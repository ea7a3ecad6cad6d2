package org.homeward.system.faults;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.yaml.snakeyaml.Yaml;

/** Bodies of requests about invented people; the long texts are the demo's. */
final class Samples {

    private static final String LETTERS = "бвгдзклмнпрстфхчш";
    private static final String VOWELS = "аиоуе";

    private final Object plan;
    private final Object versions;

    Samples(Path casesFile) {
        try (Reader file = Files.newBufferedReader(casesFile)) {
            Map<String, Object> all = new Yaml().load(file);
            var told = (List<?>) Objects.requireNonNull(all.get("cases"));
            var one = (Map<?, ?>) Objects.requireNonNull(told.get(1));
            plan = Objects.requireNonNull(part(one, "proposal").get("plan"));
            versions = withoutPictures(part(part(one, "story"), "versions"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Map<?, ?> part(Map<?, ?> whole, String name) {
        return (Map<?, ?>) Objects.requireNonNull(whole.get(name));
    }

    private static Map<Object, Object> withoutPictures(Map<?, ?> versions) {
        var told = new LinkedHashMap<Object, Object>();
        versions.forEach(
                (language, version) -> {
                    var words = new LinkedHashMap<Object, Object>((Map<?, ?>) version);
                    words.remove("alternatives");
                    told.put(language, words);
                });
        return told;
    }

    Map<String, Object> person(Random random) {
        return Map.of(
                "name",
                Map.of("family", name(random) + "ова", "given", name(random)),
                "sex",
                "FEMALE",
                "birth",
                Map.of("year", 1950 + random.nextInt(50), "estimated", false),
                "phones",
                List.of("+992 93 " + (1_000_000 + random.nextInt(9_000_000))),
                "email",
                "p" + Long.toHexString(random.nextLong()) + "@example.org",
                "documents",
                List.of("A" + (10_000_000 + random.nextInt(90_000_000))),
                "languages",
                List.of("tg"));
    }

    private static String name(Random random) {
        var name = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            name.append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    static Map<String, Object> money(int amount) {
        return Map.of("amount", amount + ".00", "currency", "TJS");
    }

    Map<String, Object> proposal(UUID fund, int price) {
        return Map.of(
                "fund",
                fund,
                "sector",
                "FOOD",
                "jobs",
                2,
                "womenLed",
                true,
                "plan",
                plan,
                "items",
                List.of(
                        Map.of(
                                "kind",
                                "EQUIPMENT",
                                "description",
                                "Танӯр",
                                "quantity",
                                1,
                                "unitPrice",
                                money(price))));
    }

    Map<String, Object> story(UUID consent) {
        var content = new LinkedHashMap<String, Object>();
        content.put("programme", "INCOME-26");
        content.put("persons", List.of(Map.of("consent", consent, "nameChanged", true)));
        content.put("versions", versions);
        return content;
    }

    /** SHA-256 of a scan that nobody made. */
    static String scan(UUID of) {
        try {
            var bytes = of.toString().getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
