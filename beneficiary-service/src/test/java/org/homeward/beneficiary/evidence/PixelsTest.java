package org.homeward.beneficiary.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.Color;
import java.util.Arrays;
import org.homeward.kit.web.InvalidBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelsTest {

    @Test
    void of_a_photograph_nothing_but_the_picture_is_kept() {
        var sent = Images.photograph(64, 32, 1);

        var kept = Pixels.anew(sent, Format.JPEG);

        assertThat(Images.tellsThePlace(sent)).isTrue();
        assertThat(Images.tellsThePlace(kept)).isFalse();
        assertThat(new String(kept, ISO_8859_1)).doesNotContain("Exif");
        var picture = Images.decoded(kept);
        assertThat(picture.getWidth()).isEqualTo(64);
        assertThat(colour(picture.getRGB(4, 16))).isEqualTo("red");
        assertThat(colour(picture.getRGB(60, 16))).isEqualTo("blue");
    }

    @Test
    void of_a_scan_nothing_but_the_picture_is_kept() {
        var sent = Images.scan(64, 32);

        var kept = Pixels.anew(sent, Format.PNG);

        assertThat(Images.tellsThePlace(sent)).isTrue();
        assertThat(Images.tellsThePlace(kept)).isFalse();
        assertThat(colour(Images.decoded(kept).getRGB(4, 16))).isEqualTo("red");
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
            int orientation, int width, int height, int redX, int redY) {
        var kept = Pixels.anew(Images.photograph(64, 32, orientation), Format.JPEG);

        var picture = Images.decoded(kept);
        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        assertThat(colour(picture.getRGB(redX, redY))).isEqualTo("red");
        assertThat(colour(picture.getRGB(width - 1 - redX, height - 1 - redY))).isEqualTo("blue");
    }

    @Test
    void a_picture_larger_than_a_sheet_needs_is_made_smaller() {
        var picture = Images.decoded(Pixels.anew(Images.scan(4000, 3000), Format.PNG));

        assertThat(picture.getWidth()).isEqualTo(2000);
        assertThat(picture.getHeight()).isEqualTo(1500);
    }

    @Test
    void what_only_begins_like_an_image_is_refused() {
        var broken = Arrays.copyOf(Images.scan(64, 32), 40);
        var garbled = Arrays.copyOf(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 200);

        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> Pixels.anew(broken, Format.PNG));
        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> Pixels.anew(garbled, Format.JPEG));
    }

    @Test
    void few_bytes_that_say_they_are_a_huge_picture_are_refused_before_they_are_unpacked() {
        var huge = Images.scan(64, 32);
        huge[16] = 0x00;
        huge[17] = 0x00;
        huge[18] = (byte) 0xFF;
        huge[20] = 0x00;
        huge[21] = 0x00;
        huge[22] = (byte) 0xFF;

        assertThatExceptionOfType(InvalidBody.class)
                .isThrownBy(() -> Pixels.anew(huge, Format.PNG));
    }

    @Test
    void a_content_is_what_its_own_bytes_say() {
        assertThat(Format.of(Images.photograph(8, 8, 1))).contains(Format.JPEG);
        assertThat(Format.of(Images.scan(8, 8))).contains(Format.PNG);
        assertThat(Format.of("%PDF-1.7\n1 0 obj\n%%EOF\n".getBytes(ISO_8859_1)))
                .contains(Format.PDF);
        assertThat(Format.of("%PDF-1.7 and no end".getBytes(ISO_8859_1))).isEmpty();
        assertThat(Format.of("<svg onload=alert(1)>".getBytes(ISO_8859_1))).isEmpty();
        assertThat(Format.of(new byte[0])).isEmpty();
    }

    private static String colour(int rgb) {
        var colour = new Color(rgb);
        return colour.getRed() > colour.getBlue() ? "red" : "blue";
    }
}
