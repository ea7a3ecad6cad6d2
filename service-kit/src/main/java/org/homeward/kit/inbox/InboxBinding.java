package org.homeward.kit.inbox;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.cloud.stream.config.BindingProperties;
import org.springframework.cloud.stream.config.BindingServiceProperties;

/** Binds the inbox to the topics that the reactions name, before anything is started. */
final class InboxBinding implements SmartInitializingSingleton {

    static final String NAME = "inbox-in-0";

    private final BindingServiceProperties bindings;
    private final Reactions reactions;
    private final InboxSettings settings;

    InboxBinding(BindingServiceProperties bindings, Reactions reactions, InboxSettings settings) {
        this.bindings = bindings;
        this.reactions = reactions;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        BindingProperties inbox = bindings.getBindingProperties(NAME);
        inbox.setDestination(String.join(",", reactions.topics()));
        inbox.setGroup(settings.consumer());
    }
}
