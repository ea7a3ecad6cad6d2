package org.homeward.kit.web;

import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoOperationTimeoutException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** Failures that mean: the database is away for now, nothing is wrong with request or code. */
public final class Outages {

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

    /**
     * What a server says of itself while it steps down, is elected, or has no majority; the driver
     * has asked twice then. From the specification of retryable reads, and 133: no primary.
     */
    private static final Set<Integer> CODES =
            Set.of(6, 7, 89, 91, 133, 134, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436);

    private Outages() {}

    /** Whether it, or what caused it, means that. */
    public static boolean isOutage(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Throwable here = cause;
            if (KINDS.stream().anyMatch(kind -> kind.isInstance(here))
                    || (here instanceof MongoException said && CODES.contains(said.getCode()))) {
                return true;
            }
        }
        return false;
    }
}
