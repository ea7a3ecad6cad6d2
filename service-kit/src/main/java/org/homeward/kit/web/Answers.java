package org.homeward.kit.web;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.Stored;
import org.springframework.http.ResponseEntity;

/** How commands and reads of one record are answered. */
public final class Answers {

    private Answers() {}

    /** Status, Location and ETag of a command; the body is {@code {id, version, sequence}}. */
    public static ResponseEntity<Receipt> of(Receipt receipt) {
        return ResponseEntity.status(receipt.status())
                .header("Location", receipt.location())
                .eTag(etag(receipt.version()))
                .body(receipt);
    }

    /** One record with the version to send back in If-Match. */
    public static <T> ResponseEntity<T> read(long version, T view) {
        return ResponseEntity.ok().eTag(etag(version)).body(view);
    }

    public static <T> ResponseEntity<T> read(Stored<?> stored, T view) {
        return read(stored.version(), view);
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }

    /** What of a receipt is in the body; the rest is in the head. */
    @JsonIgnoreProperties({"status", "location"})
    interface Made {}
}
