package org.homeward.kit.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.kit.test.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is sent as a body: it is understood as meant, or the field at fault is named. */
class BadBodyTest {

    private static final String PATH = "/api/v1/things";
    private static final String GOOD = "\"name\":\"oven\",\"count\":1";

    private final Client client =
            RunningSample.client()
                    .token(TestTokens.shared().of("w", "hope", "worker"))
                    .with("Idempotency-Key", "k");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`{'name':'oven','count':1,'x':1}` | /x | is unknown",
                "`{'count':1}` | /name | must not be blank",
                "`{'name':null,'count':1}` | /name | must not be blank",
                "`{'name':'oven'}` | /count | must not be null",
                "`{'name':5,'count':1}` | /name | must be text",
                "`{'name':true,'count':1}` | /name | must be text",
                "`{'name':['a'],'count':1}` | /name | must be text",
                "`{'name':{'$gt':''},'count':1}` | /name | must be text",
                "`{'name':'oven','count':1.7}` | /count | must be a whole number in range",
                "`{'name':'oven','count':1.0}` | /count | must be a whole number in range",
                "`{'name':'oven','count':'1'}` | /count | must be a whole number in range",
                "`{'name':'oven','count':''}` | /count | must be a whole number in range",
                "`{'name':'oven','count':true}` | /count | must be a whole number in range",
                "`{'name':'oven','count':99999999999}` | /count | must be a whole number in range",
                "`{G,'kind':'HUGE'}` | /kind | must be one of SMALL, LARGE",
                "`{G,'kind':0}` | /kind | must be one of SMALL, LARGE",
                "`{G,'kind':''}` | /kind | must be one of SMALL, LARGE",
                "`{G,'loud':'true'}` | /loud | must be true or false",
                "`{G,'loud':1}` | /loud | must be true or false",
                "`{G,'size':'1.5'}` | /size | must be a number",
                "`{G,'day':'2026-02-30'}` | /day | must be a day like 2026-03-12",
                "`{G,'day':20454}` | /day | must be a day like 2026-03-12",
                "`{G,'day':[2026,3,12]}` | /day | must be a day like 2026-03-12",
                "`{G,'day':'+999999-01-01'}` | /day | must be a day like 2026-03-12",
                "`{G,'at':1767225600}` | /at | must be a time like 2026-03-12T05:10:00Z",
                "`{G,'at':'yesterday'}` | /at | must be a time like 2026-03-12T05:10:00Z",
                "`{G,'owner':'1-1-1-1-1'}` | /owner | must be a UUID",
                "`{G,'owner':7}` | /owner | must be a UUID",
                "`{G,'owner':'6F0C0F7E-93A5-4C1E-9A0F-0F6F3D4B9F11'}` | /owner | must be a UUID",
                "`{G,'owner':'06f0c0f7e-93a5-4c1e-9a0f-f6f3d4b9f11'}` | /owner | must be a UUID",
                "`{G,'parts':{}}` | /parts | must be a list",
                "`{G,'parts':''}` | /parts | must be a list",
                "`{G,'parts':['a']}` | /parts/0 | must be an object",
                "`{G,'parts':[{'name':'a','weight':1},{'name':'a','weight':1,'y':2}]}`"
                        + " | /parts/1/y | is unknown",
                "`{G,'parts':[{'name':'a','weight':1},{'name':'a','weight':12}]}`"
                        + " | /parts/1/weight | must be less than or equal to 9",
                "`{G,'parts':[{'name':'a'}]}` | /parts/0/weight | must be a whole number in range",
                "`{G,'parts':[{'name':'a','weight':null}]}`"
                        + " | /parts/0/weight | must be a whole number in range",
                "`{G,'named':{'tg':{'name':'','weight':1}}}` | /named/tg/name | must not be blank",
                "`{G,'a/b~c':1}` | /a~1b~0c | is unknown",
                "`{'name':'oven','name':'oven','count':1}` | /name | has a member twice",
                "`{'name':'ov\\u0000en','count':1}` | /name | C",
                "`{'name':'ov\\u001ben','count':1}` | /name | C",
                "`{'name':'ov\\u202een','count':1}` | /name | C",
                "`{'name':'ov\\u2066en','count':1}` | /name | C",
                "`{'name':'ov\\u200fen','count':1}` | /name | C",
                "`{'name':'ov\\ufeffen','count':1}` | /name | C",
                "`{'name':'ov\\ud800en','count':1}` | /name | C",
                "`{G,'named':{'t\\u202eg':{'name':'a','weight':1}}}`"
                        + " | /named | must not have names with control characters",
                "`{G` | /count | is no well-formed JSON",
                "`{G}}` | `` | is no well-formed JSON",
                "`{G} {}` | `` | has something after its end",
                "`{G,}` | /count | is no well-formed JSON",
                "`{'name':NaN}` | /name | is no well-formed JSON",
                "`[]` | `` | must be an object",
                "`5` | `` | must be an object",
                "`'text'` | `` | must be an object",
                "`null` | `` | a body is required",
                "`` | `` | a body is required",
            })
    void a_bad_body_is_answered_with_the_place_at_fault(
            String body, String pointer, String message) {
        String sent = body == null ? "" : body.replace('\'', '"').replace("G", GOOD);

        var answer = client.post(PATH, sent);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-body");
        var violation = answer.json().path("violations").path(0);
        assertThat(violation.path("pointer").asString()).isEqualTo(pointer == null ? "" : pointer);
        assertThat(violation.path("message").asString())
                .isEqualTo(
                        message.equals("C")
                                ? "must not contain control characters or direction marks"
                                : message);
    }

    @Test
    void texts_in_all_our_scripts_are_fine() {
        var body = "{\"name\":\"Ҷӯра Ёров ا\u200cب é😀\",\"count\":1}";

        assertThat(client.post(PATH, body).status()).isEqualTo(201);
    }

    @Test
    void all_violations_of_the_rules_are_told_at_once() {
        var violations = client.post(PATH, "{\"name\":\" \"}").json().path("violations");

        assertThat(violations.size()).isEqualTo(2);
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        for (byte[] bad :
                new byte[][] {
                    {(byte) 0xC3, '('},
                    {(byte) 0xC0, (byte) 0xAF},
                    {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
                }) {
            var start = "{\"count\":1,\"name\":\"a".getBytes(UTF_8);
            var body = new java.io.ByteArrayOutputStream();
            body.writeBytes(start);
            body.writeBytes(bad);
            body.writeBytes("\"}".getBytes(UTF_8));

            assertThat(client.post(PATH, body.toByteArray()).problem()).isEqualTo("invalid-body");
        }
        var utf16 = ("{" + GOOD + "}").getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        assertThat(client.post(PATH, utf16).status()).isEqualTo(400);
    }

    @Test
    void a_body_nested_too_deep_is_refused() {
        var deep = client.post(PATH, "{\"x\":" + "[".repeat(30_000) + "]".repeat(30_000) + "}");

        assertThat(deep.status()).isEqualTo(400);
        assertThat(deep.problem()).isEqualTo("invalid-body");
    }

    @Test
    void a_body_over_the_limit_is_413_announced_or_chunked() {
        var huge = ("{\"name\":\"" + "x".repeat(70_000) + "\"}").getBytes(UTF_8);

        assertThat(client.post(PATH, huge).status()).isEqualTo(413);
        var chunked = client.postChunked(PATH, huge);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.problem()).isEqualTo("body-too-large");
        assertThat(chunked.json().path("limit").asLong()).isEqualTo(65_536);
    }

    @Test
    void a_body_at_the_limit_is_read() {
        var spaces = " ".repeat(65_536 - GOOD.length() - 2);

        assertThat(client.post(PATH, "{" + GOOD + "}" + spaces).status()).isEqualTo(201);
        assertThat(client.postChunked(PATH, ("{" + GOOD + "}" + spaces).getBytes(UTF_8)).status())
                .isEqualTo(201);
    }

    @Test
    void nothing_but_json_is_read() {
        for (String type :
                new String[] {
                    "text/plain",
                    "application/xml",
                    "application/yaml",
                    "application/cbor",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/octet-stream",
                    "nonsense",
                }) {
            var answer =
                    client.with("Content-Type", type)
                            .send(
                                    "POST",
                                    PATH,
                                    java.net.http.HttpRequest.BodyPublishers.ofString(
                                            "{" + GOOD + "}"));

            assertThat(answer.status()).as(type).isEqualTo(415);
            assertThat(answer.problem()).as(type).isEqualTo("unsupported-media-type");
        }
    }
}
