package org.homeward.notification.webhook;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are of the public internet: those that IANA's registries of special-purpose
 * addresses (RFC 6890, as of 2025) do not name, and for IPv6 only what is given out at all.
 */
final class Networks {

    private static final List<Block> SPECIAL =
            Stream.of(
                            "0.0.0.0/8", // this network
                            "10.0.0.0/8", // private
                            "100.64.0.0/10", // shared by a carrier
                            "127.0.0.0/8", // loopback
                            "169.254.0.0/16", // link-local, and the metadata of clouds
                            "172.16.0.0/12", // private
                            "192.0.0.0/24", // protocol assignments
                            "192.0.2.0/24", // documentation
                            "192.31.196.0/24", // AS112
                            "192.52.193.0/24", // AMT
                            "192.88.99.0/24", // 6to4 relays
                            "192.168.0.0/16", // private
                            "192.175.48.0/24", // AS112
                            "198.18.0.0/15", // benchmarks
                            "198.51.100.0/24", // documentation
                            "203.0.113.0/24", // documentation
                            "224.0.0.0/4", // multicast
                            "240.0.0.0/4", // reserved, and broadcast
                            "2001::/23", // protocol assignments, Teredo
                            "2001:db8::/32", // documentation
                            "2002::/16", // 6to4: holds an IPv4 address
                            "2620:4f:8000::/48", // AS112
                            "3fff::/20") // documentation
                    .map(Block::of)
                    .toList();

    /**
     * All of IPv6 that is given out; mapped, translated, local and multicast ones are not in it.
     */
    private static final Block UNICAST = Block.of("2000::/3");

    private Networks() {}

    /**
     * @param host as it was written: what is written as IPv6 and is IPv4 in truth is not public
     */
    static boolean isPublic(String host, InetAddress address) {
        boolean four = address instanceof Inet4Address;
        return !(four && host.contains(":"))
                && (four || UNICAST.holds(address))
                && SPECIAL.stream().noneMatch(block -> block.holds(address));
    }

    /** Addresses with the same first bits. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never leaves this class
    private record Block(byte[] first, int bits) {

        static Block of(String text) {
            var parts = text.split("/", 2);
            try {
                return new Block(
                        InetAddress.ofLiteral(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (IllegalArgumentException impossible) {
                throw new IllegalStateException(text, impossible);
            }
        }

        boolean holds(InetAddress address) {
            byte[] its = address.getAddress();
            if (its.length != first.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            int rest = Byte.SIZE - bits % Byte.SIZE;
            return Arrays.equals(its, 0, whole, first, 0, whole)
                    && (rest == Byte.SIZE
                            || (its[whole] & 0xff) >> rest == (first[whole] & 0xff) >> rest);
        }
    }
}
