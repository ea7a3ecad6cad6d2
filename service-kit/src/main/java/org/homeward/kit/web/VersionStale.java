package org.homeward.kit.web;

/** If-Match names a version that is no longer the current one. */
public final class VersionStale extends Problem {

    private static final long serialVersionUID = 1L;

    public VersionStale() {
        super(
                412,
                "version-stale",
                "Version stale",
                "The record has changed since you read it: read it again and decide anew.");
    }
}
