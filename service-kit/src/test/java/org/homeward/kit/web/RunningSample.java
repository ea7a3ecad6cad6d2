package org.homeward.kit.web;

import org.springframework.context.ConfigurableApplicationContext;

/** The sample service, started once for all tests that only talk to it. */
final class RunningSample {

    private static final ConfigurableApplicationContext SERVICE = Sample.start();

    private RunningSample() {}

    static ConfigurableApplicationContext service() {
        return SERVICE;
    }

    static Client client() {
        return Client.of(SERVICE);
    }
}
