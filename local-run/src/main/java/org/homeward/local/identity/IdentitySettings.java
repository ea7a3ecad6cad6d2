package org.homeward.local.identity;

import org.homeward.local.Secrets;

/** What the identity server is started with. */
public record IdentitySettings(int port, Secrets secrets) {

    String issuer() {
        return "http://127.0.0.1:" + port;
    }
}
