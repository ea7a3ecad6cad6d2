package org.homeward.grant.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has to be changed, and who said so. */
record RevisionView(String by, Instant at, String what) {

    static @Nullable RevisionView of(@Nullable Revision revision) {
        return revision == null
                ? null
                : new RevisionView(revision.by(), revision.at(), revision.what().open());
    }
}
