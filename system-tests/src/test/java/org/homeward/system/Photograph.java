package org.homeward.system;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Noise like which there is no other, as a JPEG with words beside the pixels, where cameras write
 * whose they are.
 *
 * @param content the file
 */
@SuppressWarnings("ArrayRecordComponent") // neither compared nor given away
record Photograph(byte[] content) {

    private static final int WIDTH = 400;
    private static final int HEIGHT = 300;
    private static final int START = 2;
    private static final short COMMENT = (short) 0xFFFE;

    /** So many bytes from the middle of a file stand in no other. */
    private static final int MARK = 32;

    static Photograph of(long seed, String words) {
        var random = new Random(seed);
        var noise = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                noise.setRGB(x, y, random.nextInt());
            }
        }
        try (var jpeg = new ByteArrayOutputStream()) {
            ImageIO.write(noise, "jpeg", jpeg);
            return new Photograph(commented(jpeg.toByteArray(), words));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] commented(byte[] jpeg, String words) {
        var comment = words.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(jpeg.length + 2 * Short.BYTES + comment.length)
                .put(jpeg, 0, START)
                .putShort(COMMENT)
                .putShort((short) (Short.BYTES + comment.length))
                .put(comment)
                .put(jpeg, START, jpeg.length - START)
                .array();
    }

    /** As it is sent. */
    String base64() {
        return Base64.getEncoder().encodeToString(content);
    }

    /** By which a file is known wherever it lies. */
    static byte[] mark(byte[] file) {
        int middle = file.length / 2;
        return Arrays.copyOfRange(file, middle, middle + MARK);
    }
}
