package org.homeward.kit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.homeward.kit.test.Images;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken of an image, and which are not unpacked at all. */
class PixelsTest {

    private static final int MOST = 1_000_000;

    @Test
    void of_a_large_image_only_some_pixels_are_read() throws IOException {
        var pixels = Pixels.read(png(4000, 3000), MOST);

        assertThat(pixels.width()).isEqualTo(1000);
        assertThat(pixels.height()).isEqualTo(750);
    }

    @Test
    void of_a_photograph_or_a_scan_nothing_but_the_picture_is_kept() throws IOException {
        for (byte[] sent : List.of(Images.photograph(64, 32, 1), Images.scan(64, 32))) {
            var format = ImageFormat.of(sent).orElseThrow();

            var kept = anew(sent);

            assertThat(Images.tellsThePlace(sent)).isTrue();
            assertThat(Images.tellsThePlace(kept)).isFalse();
            assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
            assertThat(ImageFormat.of(kept)).contains(format);
            var picture = Images.decoded(kept);
            assertThat(picture.getWidth()).isEqualTo(64);
            assertThat(colour(picture, 4, 16)).isEqualTo("red");
            assertThat(colour(picture, 60, 16)).isEqualTo("blue");
        }
    }

    /** Where the red half, on the left of the pixels as sent, has to be for who looks at it. */
    @ParameterizedTest
    @CsvSource({
        "1, 64, 32, 4, 16",
        "2, 64, 32, 60, 16",
        "3, 64, 32, 60, 16",
        "4, 64, 32, 4, 16",
        "5, 32, 64, 16, 4",
        "6, 32, 64, 16, 4",
        "7, 32, 64, 16, 60",
        "8, 32, 64, 16, 60"
    })
    void a_photograph_is_upright_however_the_camera_was_held(
            int orientation, int width, int height, int redX, int redY) throws IOException {
        var picture = Images.decoded(anew(Images.photograph(64, 32, orientation)));

        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        assertThat(colour(picture, redX, redY)).isEqualTo("red");
        assertThat(colour(picture, width - 1 - redX, height - 1 - redY)).isEqualTo("blue");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void of_a_photograph_of_many_rows_none_is_left_out(int orientation) throws IOException {
        var picture = Images.decoded(anew(Images.photograph(32, 600, orientation)));

        for (int x = 0; x < picture.getWidth(); x++) {
            for (int y = 0; y < picture.getHeight(); y++) {
                assertThat(new Color(picture.getRGB(x, y)).getGreen()).isLessThan(128);
            }
        }
        assertThat(picture.getWidth() * picture.getHeight()).isEqualTo(32 * 600);
    }

    @Test
    void one_side_that_is_too_long_is_refused() throws IOException {
        assertThat(Pixels.read(png(Pixels.LONGEST_SIDE, 1), MOST).height()).isEqualTo(1);
        assertTrap(png(Pixels.LONGEST_SIDE + 1, 1), "too large");
        assertTrap(png(1, Pixels.LONGEST_SIDE + 1), "too large");
    }

    @Test
    void few_bytes_that_unpack_to_too_many_pixels_are_refused() throws IOException {
        var bomb = png(6000, 4001);

        assertThat(bomb.length).isLessThan(100_000);
        assertThat(Pixels.read(png(6000, 4000), MOST).width()).isEqualTo(1200);
        assertTrap(bomb, "too large");
    }

    @Test
    void few_bytes_that_unpack_to_pixels_of_sixteen_bits_a_channel_are_refused() {
        var bomb = png(4000, 3000, BufferedImage.TYPE_USHORT_GRAY);

        assertThat(bomb.length).isLessThan(100_000);
        assertTrap(bomb, "too many bits");
    }

    @Test
    void a_jpeg_that_goes_over_its_pixels_again_and_again_is_refused() throws IOException {
        var progressive = progressiveJpeg();
        int lastScan = lastScan(progressive);
        var scan = Arrays.copyOfRange(progressive, lastScan, progressive.length - 2);
        var bomb = new ByteArrayOutputStream();
        bomb.write(progressive, 0, lastScan);
        for (int i = 0; i < Pixels.MOST_SCANS; i++) {
            bomb.writeBytes(scan);
        }
        bomb.write(progressive, progressive.length - 2, 2);

        assertThat(Pixels.read(progressive, MOST).width()).isEqualTo(64);
        assertTrap(bomb.toByteArray(), "too many scans");
    }

    @Test
    void what_only_begins_like_an_image_is_refused() {
        for (byte[] broken :
                new byte[][] {
                    Arrays.copyOf(png(64, 32), 40),
                    Arrays.copyOf(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 200),
                    "<svg onload=alert(1)>".getBytes(StandardCharsets.US_ASCII),
                    "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.US_ASCII),
                    new byte[0]
                }) {
            assertThatExceptionOfType(IOException.class)
                    .isThrownBy(() -> Pixels.read(broken, MOST));
        }
    }

    private static byte[] anew(byte[] sent) throws IOException {
        var format = ImageFormat.of(sent).orElseThrow();
        return Pixels.read(sent, MOST).upright().written(format);
    }

    private static String colour(BufferedImage picture, int x, int y) {
        var colour = new Color(picture.getRGB(x, y));
        return colour.getRed() > colour.getBlue() ? "red" : "blue";
    }

    private static void assertTrap(byte[] content, String why) {
        assertThatExceptionOfType(IIOException.class)
                .isThrownBy(() -> Pixels.read(content, MOST))
                .withMessage(why);
    }

    /** In one colour, so that it takes next to no bytes. */
    private static byte[] png(int width, int height) {
        return png(width, height, BufferedImage.TYPE_BYTE_BINARY);
    }

    private static byte[] png(int width, int height, int type) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(width, height, type), "png", bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return bytes.toByteArray();
    }

    private static byte[] progressiveJpeg() throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            var parameters = writer.getDefaultWriteParam();
            parameters.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(output);
            var image = new BufferedImage(64, 32, BufferedImage.TYPE_INT_RGB);
            writer.write(null, new IIOImage(image, null, null), parameters);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static int lastScan(byte[] jpeg) {
        for (int i = jpeg.length - 2; i >= 0; i--) {
            if (jpeg[i] == (byte) 0xFF && jpeg[i + 1] == (byte) 0xDA) {
                return i;
            }
        }
        throw new IllegalStateException("no scan");
    }
}
