package org.homeward.kit.web;

/** An If-Match that names no version. */
public final class VersionMalformed extends Problem {

    private static final long serialVersionUID = 1L;

    public VersionMalformed() {
        super(
                400,
                "version-malformed",
                "Version malformed",
                "If-Match is the ETag of the version that you have read, for example \"7\".");
    }
}
