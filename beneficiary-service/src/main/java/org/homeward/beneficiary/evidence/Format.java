package org.homeward.beneficiary.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What a content is, by its own bytes: what a client calls it does not count. */
public enum Format {
    JPEG("image/jpeg", "jpg", "ffd8ff"),
    PNG("image/png", "png", "89504e470d0a1a0a"),
    PDF("application/pdf", "pdf", "255044462d");

    /** A PDF ends with this, and some bytes that nobody minds. */
    private static final String END_OF_PDF = "%%EOF";

    private static final int TAIL = 1024;
    private static final int HEAD = 8;

    private final String mediaType;
    private final String extension;
    private final String beginning;

    /**
     * @param beginning its first bytes, in hexadecimal
     */
    Format(String mediaType, String extension, String beginning) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.beginning = beginning;
    }

    static Optional<Format> of(byte[] content) {
        return Arrays.stream(values()).filter(format -> format.is(content)).findFirst();
    }

    private boolean is(byte[] content) {
        int head = Math.min(content.length, HEAD);
        boolean begins = HexFormat.of().formatHex(content, 0, head).startsWith(beginning);
        if (this != PDF || !begins) {
            return begins;
        }
        int from = Math.max(0, content.length - TAIL);
        return new String(content, from, content.length - from, ISO_8859_1).contains(END_OF_PDF);
    }

    /** As HTTP names it. */
    public String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }
}
