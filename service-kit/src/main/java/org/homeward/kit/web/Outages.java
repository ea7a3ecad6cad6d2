package org.homeward.kit.web;

import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** Failures that mean: the database is away for now, nothing is wrong with request or code. */
final class Outages {

    private static final List<Class<? extends RuntimeException>> KINDS =
            List.of(
                    DataAccessResourceFailureException.class,
                    MongoTimeoutException.class,
                    MongoSocketException.class,
                    MongoNotPrimaryException.class,
                    MongoNodeIsRecoveringException.class,
                    MongoServerUnavailableException.class,
                    MongoExecutionTimeoutException.class,
                    MongoOperationTimeoutException.class);

    private Outages() {}

    static boolean isOutage(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable here = cause;
            if (KINDS.stream().anyMatch(kind -> kind.isInstance(here))) {
                return true;
            }
        }
        return false;
    }
}
