package org.homeward.kit.test;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A real issuer for tests: an HTTP server in this process with discovery and keys, as {@code
 * issuer-uri} wants it, that signs whatever token a test asks for.
 */
public final class TestTokens implements AutoCloseable {

    private static final TestTokens SHARED = new TestTokens();

    private final HttpServer server;
    private final String issuer;
    private final RSAKey key;

    public TestTokens() {
        try {
            key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException | JOSEException impossible) {
            throw new IllegalStateException("no issuer to test with", impossible);
        }
        issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        String discovery =
                "{\"issuer\":\"%s\",\"jwks_uri\":\"%s/jwks\",\"subject_types_supported\":[\"public\"]}"
                        .formatted(issuer, issuer);
        String keys = new JWKSet(key.toPublicJWK()).toString();
        server.createContext("/.well-known/openid-configuration", e -> answer(e, discovery));
        server.createContext("/jwks", e -> answer(e, keys));
        server.start();
    }

    /** One for all tests of this process. */
    public static TestTokens shared() {
        return SHARED;
    }

    public String issuer() {
        return issuer;
    }

    /** The key that signs, for tests that misuse its public half. */
    public RSAKey key() {
        return key;
    }

    /**
     * A good token.
     *
     * @param districts codes, {@code *} for all
     */
    public String of(String subject, String organisation, List<String> roles, String... districts) {
        return sign(
                claims ->
                        claims.subject(subject)
                                .claim("organisation", organisation)
                                .claim("roles", roles)
                                .claim("districts", Arrays.asList(districts)));
    }

    /** A token of one role that may go to all districts. */
    public String of(String subject, String organisation, String role) {
        return of(subject, organisation, List.of(role), "*");
    }

    /**
     * A token signed with the issuer's key.
     *
     * @param changes to claims that are good but for roles and scope
     */
    public String sign(Consumer<JWTClaimsSet.Builder> changes) {
        try {
            return sign(changes, JWSAlgorithm.RS256, new RSASSASigner(key));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With the name of the issuer's key, whatever key it is signed with. */
    private String sign(
            Consumer<JWTClaimsSet.Builder> changes, JWSAlgorithm algorithm, JWSSigner signer)
            throws JOSEException {
        var header = new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build();
        var jwt = new SignedJWT(header, claims(changes));
        jwt.sign(signer);
        return jwt.serialize();
    }

    /** Good claims with changes, for tests that sign by themselves. */
    public JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> changes) {
        Instant now = Instant.now();
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .audience("homeward")
                        .subject("somebody")
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(600)));
        changes.accept(claims);
        return claims.build();
    }

    /**
     * Tokens that have one thing wrong, by what that is.
     *
     * @param changes to claims that are good but for roles and scope
     */
    public Map<String, String> wrong(Consumer<JWTClaimsSet.Builder> changes) {
        var now = Instant.now();
        var wrong = new LinkedHashMap<String, String>();
        wrong.put("expired", sign(changes.andThen(c -> c.expirationTime(at(now, -60)))));
        wrong.put("not yet valid", sign(changes.andThen(c -> c.notBeforeTime(at(now, 3_600)))));
        wrong.put("for another audience", sign(changes.andThen(c -> c.audience("elsewhere"))));
        wrong.put("of another issuer", sign(changes.andThen(c -> c.issuer("http://127.0.0.1:1"))));
        wrong.put("unsigned", new PlainJWT(claims(changes)).serialize());
        wrong.put("changed after it was signed", changed(changes));
        try {
            var known = new MACSigner(key.toRSAPublicKey().getEncoded());
            wrong.put("signed with the public key", sign(changes, JWSAlgorithm.HS256, known));
            var other = new RSASSASigner(new RSAKeyGenerator(2048).generate());
            wrong.put("signed with another key", sign(changes, JWSAlgorithm.RS256, other));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return wrong;
    }

    /** The signature of a token that says less. */
    private String changed(Consumer<JWTClaimsSet.Builder> changes) {
        var signed = sign(_ -> {}).split("\\.", -1);
        var claims = sign(changes).split("\\.", -1);
        return signed[0] + "." + claims[1] + "." + signed[2];
    }

    private static Date at(Instant now, long seconds) {
        return Date.from(now.plusSeconds(seconds));
    }

    /** The issuer is away from now on. */
    public void stop() {
        server.stop(0);
    }

    @Override
    public void close() {
        stop();
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
