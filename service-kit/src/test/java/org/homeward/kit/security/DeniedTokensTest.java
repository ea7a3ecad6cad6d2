package org.homeward.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.ReplaceOptions;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.MongoForTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.Jwt;

class DeniedTokensTest {

    private static final String ISSUER = "https://issuer.example";
    private static final Instant THEN = Instant.parse("2026-03-12T05:10:00.500Z");

    private final MongoClient client = MongoForTest.client(Backends.shared().mongoUri("any"));
    private final MongoTemplate template = new MongoTemplate(client, Backends.freshDatabase());
    private final AtomicLong nanos = new AtomicLong();
    private final DeniedTokens denied = new DeniedTokens(template, nanos::get);

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void tokens_issued_up_to_the_denial_are_refused_by_whichever_clock_and_later_ones_are_not() {
        deny("laptop");

        assertThat(denied.include(token("laptop", THEN.minusSeconds(600)))).isTrue();
        assertThat(denied.include(token("laptop", Instant.parse("2026-03-12T05:10:01Z")))).isTrue();
        assertThat(denied.include(token("laptop", Instant.parse("2026-03-12T05:10:30Z")))).isTrue();
        assertThat(denied.include(token("laptop", Instant.parse("2026-03-12T05:10:31Z"))))
                .isFalse();
        assertThat(denied.include(token("laptop", null))).isTrue();
    }

    @Test
    void nobody_else_is_refused() {
        deny("laptop");

        assertThat(denied.include(token("other", THEN.minusSeconds(600)))).isFalse();
        assertThat(denied.include(token("other", null))).isFalse();
    }

    @Test
    void every_instance_knows_a_second_later() {
        var old = token("laptop", THEN.minusSeconds(600));
        assertThat(denied.include(old)).isFalse();

        deny("laptop");

        assertThat(denied.include(old)).isFalse();
        nanos.addAndGet(1_000_000_000);
        assertThat(denied.include(old)).isTrue();
    }

    @Test
    void while_denials_can_not_be_read_no_token_is_good() {
        try (var nowhere = MongoForTest.client(MongoForTest.NOWHERE)) {
            var blind = new DeniedTokens(new MongoTemplate(nowhere, "none"), nanos::get);

            assertThatExceptionOfType(AuthenticationServiceException.class)
                    .isThrownBy(() -> blind.include(token("anybody", THEN)));
        }
    }

    private void deny(String subject) {
        var account = Actor.pseudonym(ISSUER, subject);
        template.getDb()
                .getCollection(DeniedTokens.COLLECTION)
                .replaceOne(
                        new Document("_id", account),
                        new Document("_id", account).append("until", Date.from(THEN)),
                        new ReplaceOptions().upsert(true));
    }

    private static Jwt token(String subject, @Nullable Instant issued) {
        var token =
                Jwt.withTokenValue("t")
                        .header("alg", "RS256")
                        .claim("iss", ISSUER)
                        .subject(subject);
        return issued == null ? token.build() : token.issuedAt(issued).build();
    }
}
