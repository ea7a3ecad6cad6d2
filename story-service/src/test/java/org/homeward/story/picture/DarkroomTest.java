package org.homeward.story.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.homeward.kit.web.InvalidBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is made of a picture: its pixels, and nothing else of it. */
class DarkroomTest {

    private static final UUID STORY = UUID.fromString("5b0c2f7e-93d8-4f4e-8a44-2f6f6e7a9c01");

    /** JFIF, tables of the coding, the frame and the scan: what a JPEG can't be without. */
    private static final Integer[] NEEDED = {0xE0, 0xDB, 0xC0, 0xC4, 0xDA};

    private final Darkroom darkroom = new Darkroom();

    @Test
    void no_place_no_camera_and_no_word_is_left_of_what_was_sent() {
        var sent = Photographs.withMetadata(Photographs.jpeg(2000, 1200), 1);
        assertThat(latin(sent)).contains(Photographs.SECRETS);

        var picture = darkroom.develop(STORY, sent);

        assertThat(picture.prints()).hasSize(3);
        for (Print print : picture.prints()) {
            byte[] jpeg = print.jpeg().open();
            assertThat(Photographs.segments(jpeg)).contains(0xDA).isSubsetOf(NEEDED);
            assertThat(latin(jpeg)).doesNotContain(Photographs.SECRETS).doesNotContain("Exif");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2000, 1200, 480x288 960x576 1600x960",
        "1200, 2000, 288x480 576x960 960x1600",
        "1600, 1600, 480x480 960x960 1600x1600",
        "1000, 500, 480x240 960x480 1000x500",
        "300, 400, 300x400"
    })
    void it_is_made_in_a_few_sizes_and_in_none_larger_than_it_was(
            int width, int height, String sizes) throws IOException {
        var picture = darkroom.develop(STORY, Photographs.jpeg(width, height));

        assertThat(picture.sizes().stream().map(size -> size.width() + "x" + size.height()))
                .containsExactly(sizes.split(" ", -1));
        for (Print print : picture.prints()) {
            var image = read(print);
            assertThat(new Size(image.getWidth(), image.getHeight())).isEqualTo(print.size());
        }
    }

    /** Where the red half is seen when a viewer turns the picture as the camera says. */
    @ParameterizedTest
    @CsvSource({
        "1, LEFT",
        "2, RIGHT",
        "3, RIGHT",
        "4, LEFT",
        "5, TOP",
        "6, TOP",
        "7, BOTTOM",
        "8, BOTTOM"
    })
    void it_stands_upright_however_the_camera_was_held(int orientation, String red)
            throws IOException {
        var sent = Photographs.withMetadata(Photographs.jpeg(1000, 500), orientation);

        var image = read(darkroom.develop(STORY, sent).largest());

        int right = image.getWidth() - 1;
        int bottom = image.getHeight() - 1;
        assertThat(right > bottom).isEqualTo(orientation < 5);
        assertThat(isRed(image, 9, 9)).isEqualTo(red.equals("LEFT") || red.equals("TOP"));
        assertThat(isRed(image, right - 9, 9)).isEqualTo(red.equals("RIGHT") || red.equals("TOP"));
        assertThat(isRed(image, 9, bottom - 9))
                .isEqualTo(red.equals("LEFT") || red.equals("BOTTOM"));
    }

    @Test
    void a_png_becomes_a_jpeg_on_white_where_it_was_transparent() throws IOException {
        var image = read(darkroom.develop(STORY, Photographs.nothing(300, 300)).largest());

        assertThat(new Color(image.getRGB(150, 150))).isEqualTo(Color.WHITE);
        assertThat(darkroom.develop(STORY, Photographs.png(2000, 1000)).sizes()).hasSize(3);
    }

    @Test
    void a_large_one_is_read_with_as_many_pixels_as_are_needed() {
        assertThat(darkroom.develop(STORY, Photographs.bitmap(6000, 4000)).largest().size())
                .isEqualTo(new Size(1600, 1067));
    }

    @Test
    void people_consent_to_the_very_picture() throws NoSuchAlgorithmException {
        var picture = darkroom.develop(STORY, Photographs.jpeg(1000, 500));
        var salt = HexFormat.of().parseHex(picture.salt().open());
        var print = picture.largest().jpeg().open();

        assertThat(salt).hasSize(32);
        assertThat(picture.hash()).isEqualTo(sha256(salt, print));
        assertThat(picture.hash())
                .isNotEqualTo(sha256(salt, picture.prints().getFirst().jpeg().open()));
    }

    @Test
    void who_has_the_picture_does_not_know_by_which_digest_people_consent_to_it() {
        var once = darkroom.develop(STORY, Photographs.jpeg(1000, 500));
        var again = darkroom.develop(STORY, Photographs.jpeg(1000, 500));

        assertThat(once.largest().jpeg().open()).isEqualTo(again.largest().jpeg().open());
        assertThat(once.hash()).isNotEqualTo(again.hash());
    }

    private static String sha256(byte[]... parts) throws NoSuchAlgorithmException {
        var sha256 = MessageDigest.getInstance("SHA-256");
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    static Stream<byte[]> noPictures() {
        var jpeg = Photographs.jpeg(400, 400);
        return Stream.of(
                new byte[0],
                "GIF89a, or so it says".getBytes(StandardCharsets.US_ASCII),
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.US_ASCII),
                Arrays.copyOf(jpeg, 100),
                Arrays.copyOf(Photographs.png(400, 400), 60),
                new byte[Darkroom.MOST_BYTES + 1],
                Photographs.jpeg(199, 400),
                Photographs.bitmap(6000, 4001));
    }

    @ParameterizedTest
    @MethodSource("noPictures")
    void what_is_no_picture_or_one_that_can_not_be_shown_is_refused(byte[] sent) {
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> darkroom.develop(STORY, sent));
    }

    /** A word of the metadata that can't be right is not believed, and breaks nothing. */
    @Test
    void a_broken_orientation_is_none() {
        var sent = Photographs.withMetadata(Photographs.jpeg(400, 300), 6);
        sent[16] = 0x7F;

        assertThat(darkroom.develop(STORY, sent).largest().size()).isEqualTo(new Size(400, 300));
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return colour.getRed() > 200 && colour.getBlue() < 60;
    }

    private static BufferedImage read(Print print) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(print.jpeg().open()));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
