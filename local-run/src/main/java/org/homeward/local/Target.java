package org.homeward.local;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A running system as its clients find it.
 *
 * @param issuer where people and machines sign in
 * @param secrets with the password of the demo users and what machines sign in with
 * @param caught lists the mails that were caught, as a JSON array
 */
public record Target(Ports ports, String issuer, Secrets secrets, String caught) {

    /** Which of the two ways to run it. */
    public enum Kind {
        LOCAL,
        COMPOSE
    }

    /** What {@code ./homeward up} started. */
    public static Target local(Home home, Ports ports) {
        return new Target(
                ports,
                ports.url(Port.IDENTITY),
                home.secrets(),
                ports.url(Port.MAIL) + "/api/messages");
    }

    /** What {@code docker compose up} started: Keycloak and MailDev, and secrets that are there. */
    public static Target compose(Home home, Ports ports) {
        Path secrets = home.project().resolve("secrets");
        if (Files.notExists(secrets.resolve(Secrets.DEMO_PASSWORD))) {
            throw new Refusal("No secrets of docker compose in " + secrets + ": ./ops/secrets");
        }
        return new Target(
                ports,
                ports.url(Port.IDENTITY) + "/realms/homeward",
                new Secrets(secrets),
                ports.url(Port.MAIL) + "/email");
    }
}
