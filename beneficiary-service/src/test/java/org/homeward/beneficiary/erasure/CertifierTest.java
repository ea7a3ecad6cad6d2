package org.homeward.beneficiary.erasure;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.LocalDate;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A certificate is checked by the means that everybody has, not by ours. */
class CertifierTest {

    private static final LocalDate ERASED = LocalDate.of(2026, 11, 27);

    private final Path key;

    CertifierTest(@TempDir Path folder) throws IOException {
        byte[] drawn = new byte[32];
        new SecureRandom().nextBytes(drawn);
        key = Files.writeString(folder.resolve("key"), Base64.getEncoder().encodeToString(drawn));
    }

    @Test
    void it_says_when_what_is_live_and_when_the_last_copy_was_gone_and_names_nobody() {
        var erasure = UUID.randomUUID();

        var certificate = certifier(40).certify(erasure, ERASED);

        var says = JsonMapper.shared().readTree(certificate.text());
        assertThat(says.propertyNames())
                .containsExactly(
                        "certificate",
                        "says",
                        "erased",
                        "inBackupsUntil",
                        "confirmedBy",
                        "kept",
                        "key");
        assertThat(says.path("certificate").asString()).isEqualTo(erasure.toString());
        assertThat(says.path("erased").asString()).isEqualTo("2026-11-27");
        assertThat(says.path("inBackupsUntil").asString()).isEqualTo("2027-01-06");
        assertThat(says.path("confirmedBy").size()).isEqualTo(4);
    }

    @Test
    void it_is_verified_with_the_published_key_and_without_us() throws Exception {
        var certifier = certifier(35);

        var certificate = certifier.certify(UUID.randomUUID(), ERASED);

        assertThat(verifies(certifier.pem(), certificate.text(), certificate.signature())).isTrue();
        assertThat(certificate.publicKey()).isEqualTo(certifier.pem());
        var changed = certificate.text().replace("2026-11-27", "2026-11-26");
        assertThat(verifies(certifier.pem(), changed, certificate.signature())).isFalse();
    }

    @Test
    void without_a_key_of_32_bytes_there_is_no_start_and_its_content_is_not_told()
            throws Exception {
        Files.writeString(key, Base64.getEncoder().encodeToString("too-short".getBytes(UTF_8)));

        assertThatIllegalStateException()
                .isThrownBy(() -> certifier(35))
                .withMessageContaining("homeward.certificate-key-file")
                .withMessageNotContaining("too-short");
        Files.writeString(key, "q83vASNFZ4mrze8BI0VniavN7wEjRWeJq83vASNFZ4k=");
        assertThatIllegalStateException()
                .isThrownBy(() -> certifier(35))
                .withMessageContaining("drawn by chance");
        Files.delete(key);
        assertThatIllegalStateException().isThrownBy(() -> certifier(35));
    }

    private Certifier certifier(int backupDays) {
        return new Certifier(new ErasureSettings(key, backupDays));
    }

    private static boolean verifies(String pem, String text, String signature)
            throws GeneralSecurityException {
        var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der)));
        verifier.update(text.getBytes(UTF_8));
        return verifier.verify(Base64.getDecoder().decode(signature));
    }
}
