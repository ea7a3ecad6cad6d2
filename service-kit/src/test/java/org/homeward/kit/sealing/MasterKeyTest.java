package org.homeward.kit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTest {

    private static final String ONE = key(1);
    private static final String TWO = key(2);

    @Test
    void a_key_without_a_number_is_the_first_version() {
        var master = MasterKey.parse(ONE + "\n");

        assertThat(master.wrapping()).isEqualTo(1);
        assertThat(master.versions()).containsExactly(1);
    }

    @Test
    void of_several_the_first_wraps_and_all_unwrap() throws Exception {
        byte[] wrapped = MasterKey.parse(ONE).version(1).encrypt(new byte[] {7}, new byte[0]);

        var master = MasterKey.parse("2:" + TWO + ", 1:" + ONE);

        assertThat(master.wrapping()).isEqualTo(2);
        assertThat(master.versions()).containsExactlyInAnyOrder(1, 2);
        assertThat(master.version(1).decrypt(wrapped, new byte[0])).containsExactly(7);
        assertThatThrownBy(() -> master.version(2).decrypt(wrapped, new byte[0]))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> master.version(3)).hasMessageContaining("version 3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not base64!", "QUJD", "0:QUJD", "1:", "x:QUJD"})
    void what_is_no_key_is_refused_without_being_told(String wrong) {
        assertThatThrownBy(() -> MasterKey.parse(wrong))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the master key must be 32 bytes in base64, or several")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "ZGVmYXVsdGRlZmF1bHRkZWZhdWx0ZGVmYXVsdGRlZmE=",
                "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=",
                "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
                "AAcOFRwjKjE4P0ZNVFtiaXB3foWMk5qhqK+2vcTL0tk=",
                "MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=",
                "aG9tZXdhcmQtbWFzdGVyLWtleS1jaGFuZ2UtbWUtMzI="
            })
    void what_nobody_drew_is_refused_without_being_told(String known) {
        assertThatThrownBy(() -> MasterKey.parse(ONE + " 2:" + known))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not drawn by chance")
                .hasMessageNotContaining(known);
    }

    @Test
    void two_keys_of_one_number_are_refused() {
        assertThatThrownBy(() -> MasterKey.parse("1:" + ONE + " " + TWO))
                .hasMessageContaining("two versions 1");
    }

    @Test
    void it_stands_in_a_file_or_in_the_environment_and_never_in_both_or_neither() {
        assertThat(new MasterKeySettings(null, ONE).read().wrapping()).isEqualTo(1);
        assertThatThrownBy(() -> new MasterKeySettings(Path.of("key"), ONE).read())
                .hasMessageContaining("homeward.master-key-file");
        assertThatThrownBy(() -> new MasterKeySettings(null, null).read())
                .hasMessageContaining("homeward.master-key-file");
        assertThatThrownBy(() -> new MasterKeySettings(Path.of("no/such/key"), null).read())
                .isInstanceOf(IllegalStateException.class);
        assertThat(new MasterKeySettings(null, ONE).toString()).doesNotContain(ONE);
    }

    static String key(int of) {
        byte[] key = new byte[32];
        new Random(of).nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
