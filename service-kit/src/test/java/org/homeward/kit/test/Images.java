package org.homeward.kit.test;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Images as cameras and scanners make them: with more in them than pixels. */
public final class Images {

    /** Stands where a camera writes the place. */
    public static final String PLACE = "38.5598N 68.7870E";

    private static final int AFTER_HEADER_OF_PNG = 33;

    private Images() {}

    /** Red on the left, blue on the right, with EXIF of place and of how the camera was held. */
    public static byte[] photograph(int width, int height, int orientation) {
        var jpeg = encoded(width, height, "jpeg");
        var exif = exif(orientation);
        return ByteBuffer.allocate(jpeg.length + exif.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xFFE1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    /** The same picture with a remark, as scanners leave it. */
    public static byte[] scan(int width, int height) {
        var png = encoded(width, height, "png");
        var remark = ("Comment\0" + PLACE).getBytes(ISO_8859_1);
        var chunk = ByteBuffer.allocate(remark.length + 4).put("tEXt".getBytes(ISO_8859_1));
        var sum = new CRC32();
        sum.update(chunk.put(remark).array());
        return ByteBuffer.allocate(png.length + remark.length + 12)
                .put(png, 0, AFTER_HEADER_OF_PNG)
                .putInt(remark.length)
                .put(chunk.array())
                .putInt((int) sum.getValue())
                .put(png, AFTER_HEADER_OF_PNG, png.length - AFTER_HEADER_OF_PNG)
                .array();
    }

    public static BufferedImage decoded(byte[] content) {
        try {
            return ImageIO.read(new ByteArrayInputStream(content));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public static boolean tellsThePlace(byte[] content) {
        return new String(content, ISO_8859_1).contains(PLACE);
    }

    /** A TIFF header, one directory with the orientation, and the place behind it. */
    private static byte[] exif(int orientation) {
        var place = PLACE.getBytes(ISO_8859_1);
        return ByteBuffer.allocate(6 + 8 + 2 + 12 + 4 + place.length)
                .put("Exif\0\0MM\0*".getBytes(ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(place)
                .array();
    }

    private static byte[] encoded(int width, int height, String format) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
