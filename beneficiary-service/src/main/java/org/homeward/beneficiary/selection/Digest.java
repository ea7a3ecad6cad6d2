package org.homeward.beneficiary.selection;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** SHA-256 over lines of text, each ended by a line feed but the last: anybody can repeat it. */
final class Digest {

    private Digest() {}

    static String of(String... lines) {
        return of(Stream.of(lines));
    }

    /**
     * @return lower-case hexadecimal
     */
    static String of(Stream<String> lines) {
        var digest = sha256();
        var first = new boolean[] {true};
        lines.forEachOrdered(
                line -> {
                    if (!first[0]) {
                        digest.update((byte) '\n');
                    }
                    first[0] = false;
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
