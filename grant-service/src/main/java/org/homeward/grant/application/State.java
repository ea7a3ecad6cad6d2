package org.homeward.grant.application;

/** Where an application stands, for lists and answers; the types say what is possible there. */
enum State {
    DRAFT("application.draft", Draft.class),
    UNDER_REVIEW("application.under-review", UnderReview.class),
    REVISION_REQUESTED("application.revision-requested", RevisionRequested.class),
    APPROVED("application.approved", Approved.class),
    REJECTED("application.rejected", Rejected.class),
    ERASED("application.erased", Erased.class);

    private final String alias;
    private final Class<? extends Application> type;

    State(String alias, Class<? extends Application> type) {
        this.alias = alias;
        this.type = type;
    }

    /** The stable name under which it is stored. */
    String alias() {
        return alias;
    }

    Class<? extends Application> type() {
        return type;
    }
}
