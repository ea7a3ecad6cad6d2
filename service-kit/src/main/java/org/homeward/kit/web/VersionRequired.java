package org.homeward.kit.web;

/** A change without If-Match. */
public final class VersionRequired extends Problem {

    private static final long serialVersionUID = 1L;

    public VersionRequired() {
        super(
                428,
                "version-required",
                "Version required",
                "Send If-Match with the version that you have read.");
    }
}
