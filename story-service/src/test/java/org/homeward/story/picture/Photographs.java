package org.homeward.story.picture;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures as cameras make them: red on the left and blue on the right. */
public final class Photographs {

    /** Words that stand in the metadata and nowhere else. */
    public static final List<String> SECRETS =
            List.of("Camera-of-Zarifa", "37.4521N", "Zarifa at home", "by Zarifa");

    private static final int START_OF_SCAN = 0xDA;

    private Photographs() {}

    public static byte[] jpeg(int width, int height) {
        return encoded("jpeg", image(width, height, BufferedImage.TYPE_INT_RGB));
    }

    public static byte[] png(int width, int height) {
        return encoded("png", image(width, height, BufferedImage.TYPE_INT_RGB));
    }

    /** All of it transparent. */
    static byte[] nothing(int width, int height) {
        return encoded("png", new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB));
    }

    /** Two colours take little room however many pixels there are. */
    static byte[] bitmap(int width, int height) {
        return encoded("png", image(width, height, BufferedImage.TYPE_BYTE_BINARY));
    }

    /**
     * The same with what telephones add: Exif with camera, place and orientation, XMP, IPTC, a
     * comment, and something behind the end.
     */
    public static byte[] withMetadata(byte[] jpeg, int orientation) {
        var out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        segment(out, 0xE1, exif(orientation));
        segment(out, 0xE1, text("http://ns.adobe.com/xap/1.0/\0<x>Zarifa at home</x>"));
        segment(out, 0xED, text("Photoshop 3.0\0by Zarifa"));
        segment(out, 0xFE, text("Zarifa at home"));
        out.write(jpeg, 2, jpeg.length - 2);
        out.writeBytes(text("by Zarifa"));
        return out.toByteArray();
    }

    private static byte[] exif(int orientation) {
        var tiff = ByteBuffer.allocate(128);
        tiff.put(text("MM")).putShort((short) 42).putInt(8);
        tiff.putShort((short) 3);
        entry(tiff, 0x010F, 2, 17, 50);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8825, 4, 1, 80);
        tiff.putInt(0);
        tiff.position(50).put(text("Camera-of-Zarifa\0"));
        tiff.position(80).putShort((short) 1);
        entry(tiff, 0x001D, 2, 9, 98);
        tiff.putInt(0);
        tiff.position(98).put(text("37.4521N\0"));
        var exif = new ByteArrayOutputStream();
        exif.writeBytes(text("Exif\0\0"));
        exif.writeBytes(tiff.array());
        return exif.toByteArray();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] content) {
        out.write(0xFF);
        out.write(marker);
        out.write((content.length + 2) >> 8);
        out.write(content.length + 2);
        out.writeBytes(content);
    }

    /** The markers of a JPEG's segments before its pixels. */
    public static List<Integer> segments(byte[] jpeg) {
        var markers = new ArrayList<Integer>();
        var bytes = ByteBuffer.wrap(jpeg);
        int at = 2;
        int marker = 0;
        while (marker != START_OF_SCAN) {
            marker = bytes.get(at + 1) & 0xFF;
            markers.add(marker);
            at += 2 + (bytes.getShort(at + 2) & 0xFFFF);
        }
        return markers;
    }

    private static BufferedImage image(int width, int height, int type) {
        var image = new BufferedImage(width, height, type);
        var canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        return image;
    }

    private static byte[] encoded(String format, BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
