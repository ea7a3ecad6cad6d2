package org.homeward.beneficiary.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * How a camera was held: the tag 0x0112 of EXIF 2.3, which cameras write instead of turning the
 * pixels. It goes with the other metadata, so the pixels are turned.
 */
final class Orientation {

    private static final int USUAL = 1;
    private static final int TAG = 0x0112;
    private static final int APP1 = 0xFFE1;
    private static final int FIRST_MARKER = 0xFFC0;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final byte[] EXIF = "Exif\0\0".getBytes(ISO_8859_1);

    private Orientation() {}

    /** 1 to 8; what can't be read is 1, upright. */
    static int of(byte[] jpeg) {
        try {
            var bytes = ByteBuffer.wrap(jpeg).position(2);
            while (true) {
                int marker = bytes.getShort() & 0xFFFF;
                int length = bytes.getShort() & 0xFFFF;
                if (marker < FIRST_MARKER || marker == START_OF_SCAN || length < 2) {
                    return USUAL;
                }
                var segment = bytes.slice(bytes.position(), length - 2);
                if (marker == APP1 && segment.remaining() > EXIF.length && isExif(segment)) {
                    return ofTiff(segment.slice());
                }
                bytes.position(bytes.position() + length - 2);
            }
        } catch (BufferUnderflowException
                | IndexOutOfBoundsException
                | IllegalArgumentException none) {
            return USUAL;
        }
    }

    private static boolean isExif(ByteBuffer segment) {
        var head = new byte[EXIF.length];
        segment.get(head);
        return Arrays.equals(head, EXIF);
    }

    private static int ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : USUAL;
            }
        }
        return USUAL;
    }

    static boolean isSideways(int orientation) {
        return orientation >= 5;
    }

    /** Turns an image of this size upright. */
    static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
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
