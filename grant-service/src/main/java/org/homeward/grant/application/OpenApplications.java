package org.homeward.grant.application;

import com.mongodb.client.model.DeleteOneModel;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.journal.Change;
import org.springframework.stereotype.Component;

/**
 * What was handed in and is not decided: one application of a person under a programme, so that
 * nobody goes around the votes on it by another, before other members.
 */
@Component
class OpenApplications {

    private static final String COLLECTION = "open_applications";

    record Row(UUID id, UUID application) {}

    /**
     * @throws ApplicationOpen when another is
     */
    void opens(Change change, UUID application, UUID beneficiary, String programme) {
        var id = idOf(beneficiary, programme);
        var open = change.mongo().findById(id, Row.class, COLLECTION);
        if (open == null) {
            change.mongo().insert(new Row(id, application), COLLECTION);
        } else if (!open.application().equals(application)) {
            throw new ApplicationOpen();
        }
    }

    /** Under whatever programmes it was handed in. */
    void closes(Change change, HandedIn decided) {
        decided.submissions().stream()
                .map(one -> one.proposal().fund().programme())
                .distinct()
                .map(programme -> idOf(decided.applicant().beneficiary(), programme))
                .forEach(
                        id ->
                                change.companion(
                                        COLLECTION, new DeleteOneModel<>(new Document("_id", id))));
    }

    private static UUID idOf(UUID beneficiary, String programme) {
        return UUID.nameUUIDFromBytes(
                (beneficiary + " " + programme).getBytes(StandardCharsets.UTF_8));
    }
}
