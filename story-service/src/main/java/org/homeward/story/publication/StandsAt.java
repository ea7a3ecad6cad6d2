package org.homeward.story.publication;

/** The fixed addresses of the site where a page of the mission stands instead of the site's own. */
public enum StandsAt {
    ABOUT,
    CONTACT
}
