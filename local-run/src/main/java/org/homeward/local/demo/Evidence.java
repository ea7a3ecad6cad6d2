package org.homeward.local.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.homeward.local.Port;

/**
 * Sheets that a person signed, kept as evidence about her.
 *
 * @param worker who scans them
 */
record Evidence(Steps steps, String worker) {

    private static final int WIDTH = 480;
    private static final int HEIGHT = 240;
    private static final int MARGIN = 24;

    /**
     * A sheet as it is kept.
     *
     * @param hash of what was made of the scan
     */
    record Kept(UUID id, String hash) {}

    /**
     * @param kind as the API names it
     */
    Kept keep(String sheet, String kind) {
        var path = "/api/v1/beneficiaries/" + steps.id("beneficiary") + "/evidence";
        var id = steps.id("evidence " + sheet);
        steps.post(
                "keep " + sheet,
                worker,
                Port.BENEFICIARY,
                path,
                null,
                Map.of("id", id, "kind", kind, "content", scan(id)));
        return steps.read(worker, Port.BENEFICIARY, path + "?limit=100", "case-management")
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asString("").equals(id.toString()))
                .map(item -> new Kept(id, item.path("hash").asString()))
                .findAny()
                .orElseThrow(() -> steps.part().mistake(sheet + " is not among the evidence"));
    }

    /** A signature that nobody wrote: another for each id, the same in every run. */
    private static String scan(UUID id) {
        var strokes =
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
        var x = new int[strokes.length];
        var y = new int[strokes.length];
        for (int i = 0; i < strokes.length; i++) {
            x[i] = MARGIN + i * (WIDTH - 2 * MARGIN) / strokes.length;
            y[i] = MARGIN + Byte.toUnsignedInt(strokes[i]) * (HEIGHT - 2 * MARGIN) / 255;
        }
        var sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        var pen = sheet.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.BLACK);
        pen.drawPolyline(x, y, x.length);
        pen.dispose();
        try (var png = new ByteArrayOutputStream()) {
            ImageIO.write(sheet, "png", png);
            return Base64.getEncoder().encodeToString(png.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
