package org.homeward.kit.image;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How a camera was held. It is the one thing that has to be read of the metadata before they are
 * dropped, or pictures of telephones would lie on their side. By Exif 2.32, where it is tag 0x0112
 * of the first directory, with values from 1 (upright) to 8.
 */
record Orientation(int value) {

    static final Orientation UPRIGHT = new Orientation(1);
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;

    /** Upright where a picture doesn't say, or says it in a way that can't be read. */
    static Orientation of(byte[] picture) {
        try {
            return read(ByteBuffer.wrap(picture));
        } catch (IndexOutOfBoundsException | IllegalArgumentException malformed) {
            return UPRIGHT;
        }
    }

    /** Through the segments that stand before the pixels of a JPEG. */
    private static Orientation read(ByteBuffer jpeg) {
        int at = 2;
        while (at + 4 <= jpeg.capacity() && unsigned(jpeg.get(at)) == 0xFF) {
            int marker = unsigned(jpeg.get(at + 1));
            int length = jpeg.getShort(at + 2) & 0xFFFF;
            if (marker == START_OF_SCAN) {
                break;
            }
            if (marker == APP1 && isExif(jpeg, at + 4)) {
                int start = at + 4 + EXIF.length;
                return ofDirectory(jpeg.slice(start, at + 2 + length - start));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static Orientation ofDirectory(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static boolean isExif(ByteBuffer jpeg, int at) {
        var name = new byte[EXIF.length];
        jpeg.get(at, name);
        return Arrays.equals(name, EXIF);
    }

    private static int unsigned(byte b) {
        return b & 0xFF;
    }

    /** Whether width and height change places. */
    boolean lies() {
        return value >= 5;
    }

    /** Turns a picture of this size upright. */
    AffineTransform upright(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
