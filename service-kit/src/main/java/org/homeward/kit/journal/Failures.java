package org.homeward.kit.journal;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoServerException;
import java.util.List;
import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

/** Which failures of a transaction start it again; decided by the driver's labels only. */
final class Failures {

    static final int DUPLICATE_KEY = 11000;

    private Failures() {}

    /** A compare-and-set found another version than the transaction had read. */
    static final class LostRace extends OptimisticLockingFailureException {

        private static final long serialVersionUID = 1L;

        LostRace() {
            super("another command changed the record first");
        }

        /** Expected, frequent when many write to one record, and always from the same place. */
        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    static boolean worthAnotherRun(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof LostRace
                    || cause instanceof DuplicateKeyException
                    || (cause instanceof MongoServerException e && e.getCode() == DUPLICATE_KEY)
                    || (cause instanceof MongoBulkWriteException e && isDuplicate(e))
                    || (cause instanceof MongoException e
                            && e.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL))) {
                return true;
            }
        }
        return false;
    }

    /** A bulk write has no code of its own: those of its writes tell. */
    private static boolean isDuplicate(MongoBulkWriteException failure) {
        return failure.getWriteErrors().stream().anyMatch(e -> e.getCode() == DUPLICATE_KEY);
    }

    /**
     * Whether the insertion failed at the first entry of an aggregate: its id is taken by one of
     * another type, or its request was answered meanwhile. To run it again would help neither.
     */
    static boolean isTaken(MongoBulkWriteException failure, List<Document> entries) {
        return failure.getWriteErrors().stream()
                .filter(e -> e.getCode() == DUPLICATE_KEY)
                .map(e -> entries.get(e.getIndex()).get("_id", Document.class))
                .anyMatch(id -> id.getLong("v") == 1);
    }
}
