package org.homeward.story.picture;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.image.ImageFormat;
import org.homeward.kit.image.OneAtATime;
import org.homeward.kit.image.Pixels;
import org.homeward.kit.sealing.Secret;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.Unavailable;
import org.homeward.story.text.Salt;
import org.springframework.stereotype.Component;

/**
 * Makes what readers get out of what was sent in: new JPEGs from its pixels alone, in a few sizes.
 * One at a time, and of a large one only some pixels: memory stays small.
 */
@Component
public class Darkroom {

    /** What the picture of a good telephone needs when it was made smaller once. */
    public static final int MOST_BYTES = 4 * 1024 * 1024;

    /**
     * Read at once: of the 12 millions of a telephone three are, more than the largest print has.
     */
    private static final int PIXELS = 4_000_000;

    private static final int SHORTEST_SIDE = 200;

    /** Longer sides: a card of the list, an article on a telephone, and on a large screen. */
    private static final List<Integer> SIDES = List.of(480, 960, 1600);

    private static final int LONGEST_SIDE = SIDES.getLast();

    private final OneAtATime turns = new OneAtATime(Duration.ofSeconds(5));

    /**
     * @param sent a JPEG or PNG, by its content and not by any name
     * @throws InvalidBody when it is none, or too large or too small to be shown
     * @throws Unavailable when others were sent in at the same time
     */
    public Picture.Kept develop(UUID story, byte[] sent) {
        if (sent.length > MOST_BYTES) {
            throw refused("must not be larger than " + MOST_BYTES + " bytes");
        }
        try {
            return turns.run(() -> developed(story, Pixels.read(sent, PIXELS)));
        } catch (IOException unreadable) {
            throw refused(
                    "must be a JPEG or PNG that can be read, of 24 million pixels and 8 bits a"
                            + " channel at most");
        }
    }

    private static Picture.Kept developed(UUID story, Pixels pixels) throws IOException {
        if (Math.min(pixels.width(), pixels.height()) < SHORTEST_SIDE) {
            throw refused("must have " + SHORTEST_SIDE + " pixels in each direction");
        }
        var before = pixels;
        var prints = new ArrayList<Print>();
        var salt = Salt.drawn();
        var hash = "";
        // each from the larger one before it: halving keeps the lines smooth
        for (Size size : sizes(pixels.width(), pixels.height()).reversed()) {
            before = before.scaled(size.width(), size.height());
            byte[] jpeg = before.written(ImageFormat.JPEG);
            hash = hash.isEmpty() ? sha256(salt, jpeg) : hash;
            prints.addFirst(new Print(size, Secret.of(jpeg)));
        }
        return new Picture.Kept(story, hash, Secret.of(salt), prints);
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

    private static String sha256(String salt, byte[] jpeg) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(HexFormat.of().parseHex(salt));
            return HexFormat.of().formatHex(sha256.digest(jpeg));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InvalidBody refused(String why) {
        return new InvalidBody("/content", why);
    }
}
