package org.homeward.beneficiary.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.homeward.kit.web.InvalidBody;

/**
 * Makes an image anew from its pixels, so that place, time, camera, thumbnail and whatever else was
 * written beside them is gone. Nothing of it ever lies on a disk in plain, as ImageIO would have it
 * by default.
 */
final class Pixels {

    /** More is a trap: few bytes that unpack to gigabytes. */
    private static final long MOST_DECLARED = 100_000_000;

    /** A sheet of A4 at 200 dpi has four millions; larger images are sampled down to this. */
    private static final long MOST_KEPT = 6_000_000;

    private static final float QUALITY = 0.85f;

    private Pixels() {}

    /**
     * One image at a time, for each takes tens of megabytes.
     *
     * @throws InvalidBody when it can't be read as an image
     */
    static synchronized byte[] anew(byte[] content, Format format) {
        try {
            int orientation = format == Format.JPEG ? Orientation.of(content) : 1;
            return write(upright(read(content, format), orientation, format), format);
        } catch (IOException | RuntimeException unreadable) {
            throw new InvalidBody("/content", "can't be read as an image");
        }
    }

    private static BufferedImage read(byte[] content, Format format) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.name()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_DECLARED) {
                throw new IIOException("too many pixels");
            }
            var parameters = reader.getDefaultReadParam();
            int step = (int) Math.ceil(Math.sqrt((double) pixels / MOST_KEPT));
            parameters.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, parameters);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage upright(BufferedImage image, int orientation, Format format) {
        int width = image.getWidth();
        int height = image.getHeight();
        boolean sideways = Orientation.isSideways(orientation);
        boolean transparent = format == Format.PNG && image.getColorModel().hasAlpha();
        var plain =
                new BufferedImage(
                        sideways ? height : width,
                        sideways ? width : height,
                        transparent ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        var canvas = plain.createGraphics();
        canvas.drawImage(image, Orientation.upright(orientation, width, height), null);
        canvas.dispose();
        return plain;
    }

    private static byte[] write(BufferedImage image, Format format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format.name()).next();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var parameters = writer.getDefaultWriteParam();
            if (format == Format.JPEG) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
