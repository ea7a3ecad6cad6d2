package org.homeward.contracts.story;

/** What sort of public page a story is. */
public enum StoryKind {
    /** About one or more people who agreed to it. */
    STORY,
    /** Of a meeting, a forum, an exhibition: about nobody. */
    NEWS,
    /** A call for entries with a closing date. */
    CALL,
    /** A standing page such as 'about' or 'contact'. */
    PAGE
}
