package org.homeward.kit.image;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** What an image is, by its own bytes: what a client calls it does not count. */
public enum ImageFormat {
    JPEG("image/jpeg", "jpg", "ffd8ff"),
    PNG("image/png", "png", "89504e470d0a1a0a");

    private final String mediaType;
    private final String extension;
    private final String beginning;

    /**
     * @param beginning its first bytes, in hexadecimal
     */
    ImageFormat(String mediaType, String extension, String beginning) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.beginning = beginning;
    }

    /** Empty for everything else. */
    public static Optional<ImageFormat> of(byte[] content) {
        return Arrays.stream(values()).filter(format -> format.begins(content)).findFirst();
    }

    private boolean begins(byte[] content) {
        int head = Math.min(content.length, beginning.length() / 2);
        return HexFormat.of().formatHex(content, 0, head).equals(beginning);
    }

    /** As HTTP names it. */
    public String mediaType() {
        return mediaType;
    }

    /** As files of it end. */
    public String extension() {
        return extension;
    }
}
