package org.homeward.notification.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Where a webhook may lead: to hosts all of whose addresses are of the public internet, by HTTPS.
 * It is asked when one is registered, and again as the resolver of every connection: what it gives
 * is connected to, so a name that leads elsewhere the next time leads nowhere.
 */
final class Destinations implements DnsResolver {

    private final Resolver names;
    private final Set<String> localHosts;

    /**
     * @param localHosts may be anywhere and without TLS
     */
    Destinations(Resolver names, Set<String> localHosts) {
        this.names = names;
        this.localHosts = Set.copyOf(localHosts);
    }

    /**
     * What is wrong with an address that is to be registered. Whether a name is unknown or leads
     * inside is not told apart: nobody is to look around here by asking.
     */
    Optional<String> objection(String url) {
        try {
            var address = new URI(url);
            var host = address.getHost();
            if (host == null
                    || address.getRawUserInfo() != null
                    || address.getRawFragment() != null
                    || !isAllowed(String.valueOf(address.getScheme()), host)) {
                return Optional.of("must be an https address with neither user nor fragment");
            }
            resolve(host);
            return Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.of("must be an https address with neither user nor fragment");
        } catch (UnknownHostException refused) {
            return Optional.of("must lead to the public internet");
        }
    }

    private boolean isAllowed(String scheme, String host) {
        return scheme.equals("https") || (scheme.equals("http") && localHosts.contains(host));
    }

    /**
     * @throws UnknownHostException when it is unknown or one of its addresses is not public
     */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = names.resolve(host);
        if (!localHosts.contains(host)
                && !Arrays.stream(found).allMatch(one -> Networks.isPublic(host, one))) {
            throw new UnknownHostException("leads inside");
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Looks a name up, once for each call. */
    @FunctionalInterface
    interface Resolver {

        InetAddress[] resolve(String host) throws UnknownHostException;
    }
}
