package org.homeward.kit.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The pixels of an image, of which another is made: so place, time, camera, thumbnail and whatever
 * else was written beside them is gone. Nothing but how the camera was held is looked at. Nothing
 * ever lies on a disk in plain, as ImageIO would have it by default.
 *
 * <p>An image takes tens of megabytes: callers make {@link OneAtATime}.
 */
public final class Pixels {

    /** A sheet of A4 at 1,000 dpi is shorter. */
    static final int LONGEST_SIDE = 12_000;

    /**
     * Few bytes can unpack to gigabytes, and a progressive JPEG is unpacked whole, whatever of it
     * is wanted. Telephones make 12 millions, a sheet of A4 at 400 dpi has 15.
     */
    static final int LARGEST_AREA = 24_000_000;

    /**
     * Each scan of a JPEG goes over all of its pixels again, and a few bytes make one. Encoders
     * write ten.
     */
    static final int MOST_SCANS = 64;

    /**
     * Of a channel. With more, a pixel takes twice the memory and is copied once more; nobody sees
     * it, and few bytes unpack to it as well.
     */
    private static final int MOST_BITS = 8;

    /** Where a PNG, which begins with its header, says how many bits a channel has. */
    private static final int BITS_OF_PNG = 24;

    /** Drawn at once: of some kinds of image a copy is made of what is drawn. */
    private static final int ROWS = 256;

    private static final byte START_OF_SCAN = (byte) 0xDA;
    private static final float QUALITY = 0.85f;

    private final BufferedImage image;
    private final Orientation orientation;

    private Pixels(BufferedImage image, Orientation orientation) {
        this.image = image;
        this.orientation = orientation;
    }

    /**
     * Reads a JPEG or PNG, by its content and not by any name.
     *
     * @param most so many pixels are wanted: of a larger image only every second, third… in each
     *     direction is read. Each takes at most four bytes; while they are set upright, twice
     * @throws IOException when it is neither, can't be read, or is a trap; for the caller to say in
     *     the caller's words
     */
    public static Pixels read(byte[] content, int most) throws IOException {
        var format = ImageFormat.of(content).orElseThrow(() -> new IIOException("no image"));
        if (format == ImageFormat.JPEG && scans(content) > MOST_SCANS) {
            throw new IIOException("too many scans");
        }
        if (format == ImageFormat.PNG
                && content.length > BITS_OF_PNG
                && content[BITS_OF_PNG] > MOST_BITS) {
            throw new IIOException("too many bits");
        }
        var reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            long area = (long) width * height;
            if (Math.max(width, height) > LONGEST_SIDE || area > LARGEST_AREA) {
                throw new IIOException("too large");
            }
            int every = Math.max(1, (int) Math.ceil(Math.sqrt((double) area / most)));
            var some = reader.getDefaultReadParam();
            some.setSourceSubsampling(every, every, 0, 0);
            return new Pixels(
                    reader.read(0, some),
                    format == ImageFormat.JPEG ? Orientation.of(content) : Orientation.UPRIGHT);
        } catch (RuntimeException malformed) {
            // the readers of the JDK throw almost anything for an image that was tampered with
            throw new IOException(malformed);
        } finally {
            reader.dispose();
        }
    }

    /**
     * Wherever the bytes stand that begin a scan: in what a camera wrote beside the pixels they
     * mean nothing and are rare, so this is never less than there are.
     */
    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 1; i < jpeg.length; i++) {
            if (jpeg[i] == START_OF_SCAN && jpeg[i - 1] == (byte) 0xFF) {
                scans++;
            }
        }
        return scans;
    }

    /** Of the upright image. */
    public int width() {
        return orientation.lies() ? image.getHeight() : image.getWidth();
    }

    /** Of the upright image. */
    public int height() {
        return orientation.lies() ? image.getWidth() : image.getHeight();
    }

    /** Upright, in sRGB and on white where it was transparent. */
    public Pixels upright() {
        var upright = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        var place = orientation.upright(image.getWidth(), image.getHeight());
        var canvas = blank(upright);
        for (int y = 0; y < image.getHeight(); y += ROWS) {
            int rows = Math.min(ROWS, image.getHeight() - y);
            var there = new AffineTransform(place);
            there.translate(0, y);
            canvas.drawImage(image.getSubimage(0, y, image.getWidth(), rows), there, null);
        }
        canvas.dispose();
        return new Pixels(upright, Orientation.UPRIGHT);
    }

    private static Graphics2D blank(BufferedImage image) {
        var canvas = image.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        return canvas;
    }

    /**
     * The same as {@link #upright}, in another size. Some kinds of image are copied as a whole for
     * it, so it is for fewer pixels.
     */
    public Pixels scaled(int width, int height) {
        var scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var place =
                AffineTransform.getScaleInstance(
                        (double) width / width(), (double) height / height());
        place.concatenate(orientation.upright(image.getWidth(), image.getHeight()));
        var canvas = blank(scaled);
        canvas.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        canvas.drawImage(image, place, null);
        canvas.dispose();
        return new Pixels(scaled, Orientation.UPRIGHT);
    }

    /** The new image: pixels and nothing else. Of pixels that are upright. */
    public byte[] written(ImageFormat format) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            if (format == ImageFormat.JPEG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
