package org.homeward.contracts.notification;

/** Reasons that both events of a message share. */
final class Because {

    static final String NOTIFICATION =
            "Random, of one message; neither its receiver nor the event it is about has this id.";
    static final String CHANNEL = "The way it went, without an address, number or provider.";
    static final String ABOUT =
            "Only the type of event, none of its ids. Events about consent are no possible value: that"
                    + " somebody was told would tell of a withdrawal.";

    private Because() {}
}
