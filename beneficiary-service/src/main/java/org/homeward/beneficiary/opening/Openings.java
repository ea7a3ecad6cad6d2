package org.homeward.beneficiary.opening;

import static org.homeward.beneficiary.opening.OpeningTypes.OPENING;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;

/** What openings say of somebody, for whoever would erase the person. */
public final class Openings {

    private static final String MARKS = "opening_marks";

    private Openings() {}

    /**
     * Whether an opening of this file by this person waits for its review. For who erases with this
     * change: of it and an opening at the same moment one starts again and sees the other.
     */
    public static boolean awaitReviewOf(String subject, Change change, UUID person) {
        var unreviewed =
                new Document(OpeningTypes.BENEFICIARY, person)
                        .append(OpeningTypes.BY, subject)
                        .append(OpeningTypes.STATE, OpeningTypes.UNREVIEWED);
        boolean waits = !change.findAll(OPENING, unreviewed, 1).isEmpty();
        mark(change, person);
        return waits;
    }

    /** Two changes that write one row can't both go on from what they read before. */
    static void mark(Change change, UUID person) {
        change.companion(
                MARKS,
                new UpdateOneModel<>(
                        new Document("_id", person),
                        Updates.inc("n", 1L),
                        new UpdateOptions().upsert(true)));
    }
}
