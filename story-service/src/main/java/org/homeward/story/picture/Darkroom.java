package org.homeward.story.picture;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.InvalidBody;
import org.springframework.stereotype.Component;

/**
 * Makes what readers get out of what was sent in: new JPEGs from its pixels alone, upright, in sRGB
 * and in a few sizes. Nothing else of it is looked at but how the camera was held. One at a time,
 * and of a large one only as many pixels as are needed: memory stays small.
 */
@Component
public class Darkroom {

    /** What the picture of a good telephone needs when it was made smaller once. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final long MOST_PIXELS = 24_000_000;
    private static final int SHORTEST_SIDE = 200;

    /** Longer sides: a card of the list, an article on a telephone, and on a large screen. */
    private static final List<Integer> SIDES = List.of(480, 960, 1600);

    private static final int LONGEST_SIDE = SIDES.getLast();
    private static final float QUALITY = 0.82f;
    private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

    /**
     * @param sent a JPEG or PNG, by its content and not by any name
     * @throws InvalidBody when it is none, or too large or too small to be shown
     */
    public synchronized Picture.Kept develop(UUID story, byte[] sent) {
        if (sent.length > MOST_BYTES) {
            throw refused("must not be larger than " + MOST_BYTES + " bytes");
        }
        try {
            var image = pixels(sent);
            var orientation = startsWith(sent, JPEG) ? Orientation.of(sent) : new Orientation(1);
            return developed(story, image, orientation);
        } catch (IOException unreadable) {
            throw refused("must be a picture that can be read");
        }
    }

    private static Picture.Kept developed(UUID story, BufferedImage image, Orientation orientation)
            throws IOException {
        var sizes =
                orientation.lies()
                        ? sizes(image.getHeight(), image.getWidth())
                        : sizes(image.getWidth(), image.getHeight());
        var turn = orientation.upright(image.getWidth(), image.getHeight());
        var before = image;
        var prints = new ArrayList<Print>();
        var hash = "";
        // each from the larger one before it: halving keeps the lines smooth
        for (Size size : sizes.reversed()) {
            before = scaled(before, turn, size);
            turn = new AffineTransform();
            byte[] jpeg = jpeg(before);
            hash = hash.isEmpty() ? sha256(jpeg) : hash;
            prints.addFirst(new Print(size, Secret.of(jpeg)));
        }
        return new Picture.Kept(story, hash, prints);
    }

    /** The smallest first, none larger than it is. */
    private static List<Size> sizes(int width, int height) {
        int longer = Math.max(width, height);
        var sides = new ArrayList<>(SIDES.stream().filter(side -> side < longer).toList());
        if (longer <= LONGEST_SIDE) {
            sides.add(longer);
        }
        return sides.stream()
                .map(
                        side ->
                                new Size(
                                        Math.max(1, Math.round((float) width * side / longer)),
                                        Math.max(1, Math.round((float) height * side / longer))))
                .toList();
    }

    private static BufferedImage pixels(byte[] sent) throws IOException {
        var reader = reader(sent);
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                throw refused("must not have more than " + MOST_PIXELS + " pixels");
            }
            if (Math.min(width, height) < SHORTEST_SIDE) {
                throw refused("must have " + SHORTEST_SIDE + " pixels in each direction");
            }
            int every = Math.max(1, Math.max(width, height) / LONGEST_SIDE);
            var some = reader.getDefaultReadParam();
            some.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, some);
        } catch (IOException | InvalidBody known) {
            throw known;
        } catch (RuntimeException malformed) {
            // the readers of the JDK throw almost anything for a picture that was tampered with
            throw new IOException(malformed);
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(byte[] sent) {
        if (startsWith(sent, JPEG)) {
            return ImageIO.getImageReadersByFormatName("jpeg").next();
        }
        if (startsWith(sent, PNG)) {
            return ImageIO.getImageReadersByFormatName("png").next();
        }
        throw refused("must be a JPEG or a PNG");
    }

    /** On white, where it was transparent. */
    private static BufferedImage scaled(BufferedImage image, AffineTransform turn, Size size) {
        var scaled = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        var whole = turn.createTransformedShape(image.getRaster().getBounds()).getBounds();
        var place =
                AffineTransform.getScaleInstance(
                        (double) size.width() / whole.width, (double) size.height() / whole.height);
        place.concatenate(turn);
        var canvas = scaled.createGraphics();
        canvas.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, size.width(), size.height());
        canvas.drawImage(image, place, null);
        canvas.dispose();
        return scaled;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var quality = writer.getDefaultWriteParam();
            quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            quality.setCompressionQuality(QUALITY);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static boolean startsWith(byte[] bytes, byte[] beginning) {
        return bytes.length >= beginning.length
                && Arrays.equals(bytes, 0, beginning.length, beginning, 0, beginning.length);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InvalidBody refused(String why) {
        return new InvalidBody("/content", why);
    }
}
