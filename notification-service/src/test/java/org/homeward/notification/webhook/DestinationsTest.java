package org.homeward.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTest {

    private static final InetAddress PUBLIC = InetAddress.ofLiteral("8.8.8.8");
    private static final InetAddress INSIDE = InetAddress.ofLiteral("10.1.2.3");

    private final Destinations destinations = new Destinations(InetAddress::getAllByName, Set.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://0.0.0.0/",
                "https://10.255.0.1/",
                "https://100.64.0.1/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://169.254.169.254/latest/meta-data/",
                "https://172.16.0.1/",
                "https://172.31.255.255/",
                "https://192.168.1.1/",
                "https://198.18.0.1/",
                "https://224.0.0.1/",
                "https://239.255.255.250/",
                "https://255.255.255.255/",
                "https://[::]/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:8.8.8.8]/",
                "https://[::ffff:a9fe:a9fe]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:7f00:1::]/",
                "https://[fc00::1]/",
                "https://[fd00:ec2::254]/",
                "https://[fe80::1]/",
                "https://[ff02::1]/",
                "https://localhost/"
            })
    void what_leads_inside_is_refused(String url) {
        assertThat(destinations.objection(url)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://8.8.8.8/hooks",
                "https://172.32.0.1/",
                "https://100.128.0.1:8443/hooks?token=1",
                "https://[2606:4700::1111]/"
            })
    void what_is_of_the_public_internet_is_not(String url) {
        assertThat(destinations.objection(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8/",
                "ftp://8.8.8.8/",
                "file:///etc/passwd",
                "https:///hooks",
                "https:8.8.8.8",
                "//8.8.8.8/",
                "https://user:word@8.8.8.8/",
                "https://8.8.8.8/#part",
                "https://8.8.8.8/a b",
                "8.8.8.8",
                ""
            })
    void what_is_no_plain_https_address_is_refused(String url) {
        assertThat(destinations.objection(url)).isPresent();
    }

    @Test
    void one_address_inside_is_enough_to_refuse_a_name() {
        var mixed = new Destinations(_ -> new InetAddress[] {PUBLIC, INSIDE}, Set.of());

        assertThat(mixed.objection("https://hooks.example/")).isPresent();
    }

    @Test
    void an_unknown_name_is_told_as_one_that_leads_inside() {
        var unknown =
                new Destinations(
                        _ -> {
                            throw new UnknownHostException();
                        },
                        Set.of());
        var inside = new Destinations(_ -> new InetAddress[] {INSIDE}, Set.of());

        assertThat(unknown.objection("https://hooks.example/"))
                .isPresent()
                .isEqualTo(inside.objection("https://hooks.example/"));
    }

    @Test
    void what_a_connection_is_given_is_what_was_judged() throws UnknownHostException {
        var outside = new Destinations(_ -> new InetAddress[] {PUBLIC}, Set.of());
        var inside = new Destinations(_ -> new InetAddress[] {INSIDE}, Set.of());

        assertThat(outside.resolve("hooks.example")).containsExactly(PUBLIC);
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> inside.resolve("hooks.example"));
    }

    @Test
    void a_local_host_that_was_named_may_be_anywhere_and_without_tls_and_no_other() {
        var local = new Destinations(InetAddress::getAllByName, Set.of("127.0.0.1"));

        assertThat(local.objection("http://127.0.0.1:8080/hooks")).isEmpty();
        assertThat(local.objection("http://127.0.0.2:8080/hooks")).isPresent();
        assertThat(local.objection("https://127.0.0.2:8080/hooks")).isPresent();
    }
}
