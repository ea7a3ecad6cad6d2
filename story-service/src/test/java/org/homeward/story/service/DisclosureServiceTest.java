package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.story.service.Newsroom.path;

import java.util.UUID;
import org.homeward.kit.test.Answer;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Testing a text against the files of the people in it, without seeing the files. */
@ServiceTest
class DisclosureServiceTest {

    private static final String HIT =
            "{\"hits\":[{\"language\":\"en\",\"kind\":\"NAME\",\"start\":4,\"end\":10}]}";

    private final int port;
    private final Newsroom newsroom;

    DisclosureServiceTest(@LocalServerPort int port) {
        this.port = port;
        this.newsroom = new Newsroom(port);
    }

    @Test
    void each_persons_file_is_asked_with_all_languages_and_a_purpose_as_the_service_itself() {
        Neighbours.beneficiaryAnswers(200, HIT);
        var she = UUID.randomUUID();
        var he = UUID.randomUUID();
        var paper = newsroom.submitted(newsroom.draft(she, he));

        var answer = test(officer("officer-1"), paper);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json().get("hits").size()).isEqualTo(2);
        assertThat(answer.json().at("/hits/0/consent").asString()).isEqualTo(she.toString());
        assertThat(answer.json().at("/hits/0/kind").asString()).isEqualTo("NAME");
        assertThat(Neighbours.ASKED)
                .hasSize(2)
                .allSatisfy(
                        asked -> {
                            assertThat(asked.authorization()).isEqualTo("Bearer of-story-service");
                            assertThat(asked.purpose()).isEqualTo("disclosure-review");
                            assertThat(asked.body())
                                    .contains("\"language\":\"tg\"")
                                    .contains("\"language\":\"ru\"")
                                    .contains("Zarifa-of-the-test");
                        });
    }

    @Test
    void who_was_left_out_may_be_told_of_all_the_same() {
        Neighbours.beneficiaryAnswers(200, HIT);
        var she = UUID.randomUUID();
        var draft = newsroom.draft(she);
        var without = Newsroom.json(Newsroom.content("The tailor", UUID.randomUUID()));
        assertThat(newsroom.editor().put(path(draft), draft.version(), without).status())
                .isEqualTo(200);
        var paper = newsroom.submitted(new Paper(draft.id(), draft.version() + 1));

        var answer = test(officer("officer-5"), paper);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().at("/hits/0/consent").asString()).isEqualTo(she.toString());
        assertThat(Neighbours.ASKED).hasSize(2);
    }

    @Test
    void nobody_asks_so_often_that_the_answers_become_an_oracle() {
        Neighbours.beneficiaryAnswers(200, HIT);
        var paper = newsroom.submitted(newsroom.draft(UUID.randomUUID()));
        var curious = officer("curious");
        for (int i = 0; i < 5; i++) {
            assertThat(test(curious, paper).status()).isEqualTo(200);
        }

        var refused = test(curious, paper);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many-requests");
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(test(officer("another"), paper).status()).isEqualTo(200);
    }

    @Test
    void the_real_name_is_agreed_to_only_where_no_other_was_chosen() {
        Neighbours.beneficiaryAnswers(
                200,
                """
                {"hits":[{"language":"en","kind":"GIVEN_NAME","start":4,"end":10},
                         {"language":"en","kind":"FORMER_NAME","start":20,"end":26},
                         {"language":"en","kind":"PHONE","start":30,"end":39}]}""");
        var changed = newsroom.submitted(newsroom.draft(UUID.randomUUID()));
        var told = newsroom.submitted(newsroom.underRealName(UUID.randomUUID()));

        var ofChanged = test(officer("officer-4"), changed).json().get("hits");
        var ofTold = test(officer("officer-4"), told).json().get("hits");

        assertThat(ofChanged.valueStream().map(hit -> hit.get("agreed").asBoolean()))
                .containsExactly(false, false, false);
        assertThat(ofTold.valueStream().map(hit -> hit.get("agreed").asBoolean()))
                .containsExactly(true, false, false);
    }

    @Test
    void a_consent_that_was_never_asked_for_is_named() {
        Neighbours.beneficiaryAnswers(404, "{}");
        var paper = newsroom.submitted(newsroom.draft(UUID.randomUUID()));

        assertThat(test(officer("officer-2"), paper).problem()).isEqualTo("consent-unknown");
    }

    @Test
    void when_the_other_service_fails_nothing_is_guessed() {
        Neighbours.beneficiaryAnswers(500, "{}");
        var paper = newsroom.submitted(newsroom.draft(UUID.randomUUID()));

        assertThat(test(officer("officer-3"), paper).status()).isEqualTo(503);
    }

    private Web officer(String subject) {
        return Web.as(port, subject, "protection-officer");
    }

    private static Answer test(Web who, Paper paper) {
        return who.ask(path(paper) + "/disclosure-test", "Homeward-Purpose", "disclosure-review");
    }
}
