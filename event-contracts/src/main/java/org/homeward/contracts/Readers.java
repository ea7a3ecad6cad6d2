package org.homeward.contracts;

/**
 * Who may be given the right to read a topic; operators turn it into access rules of the broker.
 */
public enum Readers {
    /** The four services of Homeward and nobody else. */
    SERVICES("the four services only"),

    /**
     * The four services, and dashboards that an administrator has registered. Not the public: who
     * publishes figures from a topic suppresses small cells first.
     */
    SERVICES_AND_DASHBOARDS("the four services, and dashboards registered by an administrator");

    private final String words;

    Readers(String words) {
        this.words = words;
    }

    /** The same in words, for the documentation. */
    public String words() {
        return words;
    }
}
