package org.homeward.local.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * One person's way.
 *
 * @param languages in which her story is told
 * @param withdraws whether she takes back the consent to her story at the end
 * @param expectedGrant as the table shows it
 * @param expectedPage HTTP status of her page at the end
 */
record DemoCase(
        String seed,
        String name,
        Part part,
        List<String> languages,
        boolean withdraws,
        String expectedGrant,
        int expectedPage) {

    static DemoCase of(Part part, String seed) {
        part.only(
                "name",
                "says",
                "district",
                "channel",
                "person",
                "proposal",
                "story",
                "withdraws",
                "expect");
        var expect = part.at("expect").only("grant", "page");
        part.at("says").text();
        part.at("district").text();
        part.at("channel").text();
        part.at("person").at("name");
        part.at("proposal").at("items").items();
        var versions =
                part.at("story")
                        .only("nameChanged", "region", "sector", "versions")
                        .at("versions")
                        .only("tg", "ru", "en");
        return new DemoCase(
                seed,
                part.at("name").text(),
                part,
                versions.keys(),
                part.find("withdraws").map(Part::flag).orElse(false),
                expect.at("grant").text(),
                expect.at("page").number());
    }

    /** Whether she can be written to. */
    boolean hasEmail() {
        return part.at("person").find("email").map(Part::json).isPresent();
    }

    /** An id of this case, the same in every run. */
    UUID id(String what) {
        return CasesFile.id(seed, name + "/" + what);
    }

    /** SHA-256 of a scan that nobody made, the same in every run. */
    String scan(String what) {
        try {
            var bytes = (seed + "/" + name + "/" + what).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
