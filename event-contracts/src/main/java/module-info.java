/**
 * The published language. It is a module because a sealed type may permit types of other packages
 * only inside a named module; on a class path, where the services run it, this file has no effect.
 */
module org.homeward.contracts {
    requires transitive org.jspecify;
    requires com.fasterxml.jackson.annotation;
    requires tools.jackson.core;
    requires tools.jackson.databind;

    exports org.homeward.contracts;
    exports org.homeward.contracts.access;
    exports org.homeward.contracts.beneficiary;
    exports org.homeward.contracts.consent;
    exports org.homeward.contracts.erasure;
    exports org.homeward.contracts.grant;
    exports org.homeward.contracts.notification;
    exports org.homeward.contracts.story;
}
