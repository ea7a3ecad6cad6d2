package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.Test;

/** Which tokens open a door, and what each kind of refusal looks like. */
class TokenTest {

    private static final String LIST = "/api/v1/things";
    private static final TestTokens TOKENS = TestTokens.shared();

    private final Client client = RunningSample.client();

    @Test
    void a_good_token_of_an_allowed_role_is_let_in() {
        assertThat(client.token(worker()).get(LIST).status()).isEqualTo(200);
    }

    @Test
    void without_a_token_the_answer_is_401_and_says_how_to_authenticate() {
        var answer = client.get(LIST);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void an_expired_token_is_refused() {
        refused(TOKENS.sign(c -> c.expirationTime(Date.from(Instant.now().minusSeconds(60)))));
    }

    @Test
    void a_token_that_never_expires_is_refused() {
        refused(TOKENS.sign(c -> c.expirationTime(null)));
    }

    @Test
    void a_token_of_tomorrow_is_refused() {
        refused(TOKENS.sign(c -> c.notBeforeTime(Date.from(Instant.now().plusSeconds(86_400)))));
    }

    @Test
    void a_token_of_another_issuer_is_refused() {
        refused(TOKENS.sign(c -> c.issuer("http://127.0.0.1:1")));
    }

    @Test
    void a_token_for_another_audience_is_refused() {
        refused(TOKENS.sign(c -> c.audience("elsewhere")));
        refused(TOKENS.sign(c -> c.audience((String) null)));
    }

    @Test
    void a_token_without_subject_is_refused() {
        refused(TOKENS.sign(c -> c.subject(null)));
    }

    @Test
    void an_unsigned_token_is_refused() {
        refused(new PlainJWT(TOKENS.claims(c -> c.claim("roles", List.of("worker")))).serialize());
    }

    @Test
    void a_token_signed_symmetrically_with_the_public_key_is_refused() throws JOSEException {
        byte[] known = TOKENS.key().toRSAPublicKey().getEncoded();

        refused(signed(JWSAlgorithm.HS256, new MACSigner(known)));
    }

    @Test
    void another_algorithm_with_the_right_key_is_refused() throws JOSEException {
        refused(signed(JWSAlgorithm.RS512, new RSASSASigner(TOKENS.key())));
        refused(signed(JWSAlgorithm.PS256, new RSASSASigner(TOKENS.key())));
    }

    @Test
    void another_key_that_claims_to_be_the_issuers_is_refused() throws JOSEException {
        refused(signed(JWSAlgorithm.RS256, new RSASSASigner(new RSAKeyGenerator(2048).generate())));
    }

    @Test
    void something_that_is_no_token_is_refused() {
        refused("no.token.at.all");
    }

    @Test
    void a_role_that_the_entry_does_not_name_is_forbidden() {
        var answer = client.token(TOKENS.of("v", "hope", "visitor")).get(LIST);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("forbidden");
    }

    @Test
    void roles_of_the_wrong_kind_are_no_roles() {
        var text = TOKENS.sign(c -> c.claim("roles", "worker"));
        var numbers = TOKENS.sign(c -> c.claim("roles", List.of(1)));

        assertThat(client.token(text).get(LIST).status()).isEqualTo(403);
        assertThat(client.token(numbers).get(LIST).status()).isEqualTo(403);
    }

    @Test
    void an_endpoint_for_anyone_needs_no_token() {
        var answer = client.get("/public/things/6f0c0f7e-93a5-4c1e-9a0f-0f6f3d4b9f11");

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void head_is_allowed_as_its_get_and_no_wider() {
        var nothing = java.net.http.HttpRequest.BodyPublishers.noBody();

        assertThat(client.send("HEAD", LIST, nothing).status()).isEqualTo(401);
        assertThat(client.token(worker()).send("HEAD", LIST, nothing).status()).isEqualTo(200);
    }

    private void refused(String token) {
        var answer = client.token(token).get(LIST);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");
        assertThat(answer.body()).doesNotContain("Jwt", "jwt", "nimbus", "expired");
    }

    private static String worker() {
        return TOKENS.of("w", "hope", "worker");
    }

    private static String signed(JWSAlgorithm algorithm, JWSSigner signer) throws JOSEException {
        var header = new JWSHeader.Builder(algorithm).keyID(TOKENS.key().getKeyID()).build();
        var jwt = new SignedJWT(header, TOKENS.claims(c -> c.claim("roles", List.of("worker"))));
        jwt.sign(signer);
        return jwt.serialize();
    }
}
