package org.homeward.story.text;

/** A language that stories are told in; the order is that of the public site. */
public enum Language {
    TG("tg"),
    RU("ru"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag. */
    public String tag() {
        return tag;
    }
}
