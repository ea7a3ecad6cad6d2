package org.homeward.kit.inbox;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.Set;
import org.homeward.kit.web.InProgress;
import org.homeward.kit.web.Unavailable;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Tells failures that pass, and are nobody's event's fault, from those that stay: by the driver's
 * error labels, and by what it throws when the database cannot be used at all.
 */
final class Failures {

    /**
     * The server's codes for a state of its own: primary gone or going, shutting down, out of time,
     * out of disk, a write conflict or lock that came without a label.
     */
    private static final Set<Integer> STATE_OF_THE_SERVER =
            Set.of(
                    6, 7, 24, 50, 89, 91, 112, 189, 246, 251, 262, 290, 9001, 10107, 11600, 11602,
                    13435, 13436, 14031);

    /**
     * Those among them that say the work took too long: if it comes again as it is, it may again.
     */
    private static final Set<Integer> OUT_OF_TIME = Set.of(50, 251, 262, 290);

    private Failures() {}

    /** Whether a passing failure may have come of too much work in one transaction. */
    static boolean outOfTime(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof MongoException driver && OUT_OF_TIME.contains(driver.getCode())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the same work may succeed later without any change to it. */
    static boolean passing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            boolean passes =
                    switch (cause) {
                        case PositionMoved _,
                                InProgress _,
                                Unavailable _,
                                OptimisticLockingFailureException _ ->
                                true;
                        case MongoSocketException _,
                                MongoTimeoutException _,
                                MongoInterruptedException _,
                                MongoSecurityException _ ->
                                true;
                        case MongoException driver -> passing(driver);
                        default -> false;
                    };
            if (passes) {
                return true;
            }
        }
        return Thread.currentThread().isInterrupted();
    }

    private static boolean passing(MongoException failure) {
        return failure.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)
                || failure.hasErrorLabel(MongoException.UNKNOWN_TRANSACTION_COMMIT_RESULT_LABEL)
                || failure.hasErrorLabel("RetryableWriteError")
                || STATE_OF_THE_SERVER.contains(failure.getCode());
    }

    /** The class of what went wrong; never its message, which may hold anything. */
    static String reason(Throwable failure) {
        return switch (failure) {
            case Unreadable unreadable -> unreadable.reason();
            case HandlerBroken broken -> broken.error().getClass().getName();
            default -> failure.getClass().getName();
        };
    }
}
