package org.homeward.beneficiary.evidence;

import static org.homeward.beneficiary.evidence.EvidenceTypes.EVIDENCE;
import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.homeward.kit.image.ImageFormat;
import org.homeward.kit.image.OneAtATime;
import org.homeward.kit.image.Pixels;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Receipt;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.time.ProgrammeClock;
import org.homeward.kit.web.Call;
import org.homeward.kit.web.InvalidBody;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Unavailable;

@UseCase("Keep a scan or photograph that proves something about a person")
class AddEvidence {

    /** As kept; a document of the database holds 16 MiB. */
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    /**
     * A sheet of A4 at 300 dpi has 8.7 millions and is kept whole; of larger ones some are left
     * out.
     */
    private static final int MOST_PIXELS = 9_000_000;

    private final Journal journal;
    private final Aggregates aggregates;
    private final Contents contents;
    private final ProgrammeClock clock;

    /** Each takes tens of megabytes. */
    private final OneAtATime turns = new OneAtATime(Duration.ofSeconds(5));

    AddEvidence(Journal journal, Aggregates aggregates, Contents contents, ProgrammeClock clock) {
        this.journal = journal;
        this.aggregates = aggregates;
        this.contents = contents;
        this.clock = clock;
    }

    /**
     * An image is made anew only for who may add it and has not done so: it takes a second.
     *
     * @throws InvalidBody when the content is no JPEG or PNG
     * @throws Unavailable when others were sent at the same time
     */
    Receipt add(UUID beneficiary, EvidenceController.EvidenceBody body, Call call) {
        if (aggregates.find(BENEFICIARY, beneficiary, call.scope()).isEmpty()) {
            throw new NotFound();
        }
        return journal.answered(call).orElseGet(() -> addAnew(beneficiary, body, call));
    }

    private Receipt addAnew(UUID beneficiary, EvidenceController.EvidenceBody body, Call call) {
        byte[] sent = decoded(body.content());
        var format = ImageFormat.of(sent).orElseThrow(AddEvidence::noImage);
        byte[] content = anew(sent, format);
        if (content.length > MOST_BYTES) {
            throw new InvalidBody("/content", "is too large: send a photograph as JPEG");
        }
        var id = body.id() != null ? body.id() : UUID.randomUUID();
        return journal.run(
                call,
                change -> {
                    change.load(BENEFICIARY, beneficiary, call.scope()).state().registered();
                    var facts =
                            new Evidence.Facts(
                                    id,
                                    beneficiary,
                                    body.kind(),
                                    format,
                                    sha256(content),
                                    content.length,
                                    call.actor().subject(),
                                    clock.instant());
                    var stored = change.create(EVIDENCE, id, Evidence.added(facts));
                    contents.write(facts, content, change);
                    return Receipt.created(EvidenceController.path(id), stored);
                });
    }

    private byte[] anew(byte[] sent, ImageFormat format) {
        try {
            return turns.run(() -> Pixels.read(sent, MOST_PIXELS).upright().written(format));
        } catch (IOException unreadable) {
            throw noImage();
        }
    }

    private static InvalidBody noImage() {
        return new InvalidBody(
                "/content",
                "must be a JPEG or PNG that can be read, of 24 million pixels and 8 bits a channel"
                        + " at most");
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException other) {
            throw new InvalidBody("/content", "must be base64");
        }
    }

    private static String sha256(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
