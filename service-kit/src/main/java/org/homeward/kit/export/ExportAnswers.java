package org.homeward.kit.export;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.ResponseEntity.BodyBuilder;

/** An export as it is answered: nothing on its way, and no browser, keeps it. */
public final class ExportAnswers {

    private static final MediaType PAGE =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private ExportAnswers() {}

    /** To take elsewhere. */
    public static ResponseEntity<ExportView> data(ExportView export) {
        return unkept().body(export);
    }

    /**
     * To read and to print.
     *
     * @throws IllegalStateException when {@code page.title} or {@code page.made} has no label
     */
    public static ResponseEntity<String> page(ExportView export, Labels labels) {
        return unkept().contentType(PAGE).body(PrintedPage.of(export, labels));
    }

    private static BodyBuilder unkept() {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore());
    }
}
