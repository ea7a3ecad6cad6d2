package org.homeward.story.consent;

/** How a consent stands for one text or picture on one day. */
public enum Standing {
    /** It may be public. */
    IN_FORCE,
    /** Nothing was heard of it yet. */
    NOT_GIVEN,
    /** Given to be shown in a picture, and not to a text; or the other way round. */
    OTHER_PURPOSE,
    /** Given, but for another text or picture: the person has to be asked again. */
    OTHER_TEXT,
    /** It has published another story, if only once: for this one the person has to be asked. */
    OTHER_STORY,
    /** Its last day has passed. */
    EXPIRED,
    REFUSED,
    WITHDRAWN
}
