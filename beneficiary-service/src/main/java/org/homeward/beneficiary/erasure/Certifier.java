package org.homeward.beneficiary.erasure;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.homeward.kit.sealing.DrawnKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes and signs certificates. */
@Component
@EnableConfigurationProperties(ErasureSettings.class)
class Certifier {

    private static final int BYTES = 32;

    /** What comes before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final List<String> CONFIRMED_BY =
            List.of(
                    "beneficiary-service",
                    "grant-service",
                    "notification-service",
                    "story-service");

    /** What stays, and says nothing of who she was. */
    private static final List<String> KEPT =
            List.of("AUDIT_TRAIL_WITHOUT_CONTENT", "FIGURES", "ACCOUNTS_OF_GRANTS");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Ed25519Sign signer;
    private final byte[] publicKey;
    private final int backupDays;

    Certifier(ErasureSettings settings) {
        try {
            var pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed(settings.certificateKeyFile()));
            signer = new Ed25519Sign(pair.getPrivateKey());
            publicKey = x509(pair.getPublicKey());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("no Ed25519 on this machine", impossible);
        }
        backupDays = settings.backupDays();
    }

    /**
     * @param erased the day since which nothing of her can be read from what is live
     */
    Certificate certify(UUID erasure, LocalDate erased) {
        var says = new LinkedHashMap<String, Object>();
        says.put("certificate", erasure.toString());
        says.put("says", "What was kept of the person of this erasure can't be read any more.");
        says.put("erased", erased.toString());
        says.put("inBackupsUntil", erased.plusDays(backupDays).toString());
        says.put("confirmedBy", CONFIRMED_BY);
        says.put("kept", KEPT);
        says.put("key", fingerprint());
        var text = JSON.writeValueAsString(says);
        try {
            var signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
            return new Certificate(text, Base64.getEncoder().encodeToString(signature), pem());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a certificate can't be signed", failed);
        }
    }

    /** In PEM, for everybody. */
    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getEncoder().encodeToString(publicKey)
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** SHA-256 of the public key's X.509 form, in hexadecimal. */
    String fingerprint() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(publicKey);
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] x509(byte[] key) {
        var whole = new byte[X509.length + key.length];
        System.arraycopy(X509, 0, whole, 0, X509.length);
        System.arraycopy(key, 0, whole, X509.length, key.length);
        return whole;
    }

    private static byte[] seed(Path file) {
        try {
            var seed = Base64.getDecoder().decode(Files.readString(file).strip());
            if (seed.length == BYTES && DrawnKey.is(seed)) {
                return seed;
            }
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "the file named by homeward.certificate-key-file can't be read as 32 bytes in"
                            + " base64",
                    unreadable);
        }
        throw new IllegalStateException(
                "the file named by homeward.certificate-key-file must hold 32 bytes in base64, drawn"
                        + " by chance");
    }
}
