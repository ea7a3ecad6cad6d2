package org.homeward.beneficiary.registration;

import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/**
 * Hands out case numbers. Each instance takes a block of a hundred at a time, outside the command's
 * transaction: registrations of several instances do not wait for one counter, and the gaps that a
 * restart leaves mean nothing.
 */
@Component
class CaseNumbers {

    private static final int BLOCK = 100;

    private final MongoTemplate template;
    private int year;
    private long next;
    private long end;

    CaseNumbers(MongoTemplate template) {
        this.template = template;
    }

    synchronized String next(int thisYear) {
        if (year != thisYear || next == end) {
            year = thisYear;
            end = takeBlock(thisYear) + 1;
            next = end - BLOCK;
        }
        return CaseNumber.of(year, next++);
    }

    private long takeBlock(int ofYear) {
        var taken =
                template.getDb()
                        .getCollection("case_numbers")
                        .findOneAndUpdate(
                                new Document("_id", ofYear),
                                new Document("$inc", new Document("last", (long) BLOCK)),
                                new FindOneAndUpdateOptions()
                                        .upsert(true)
                                        .returnDocument(ReturnDocument.AFTER));
        return Objects.requireNonNull(taken).getLong("last");
    }
}
