package org.homeward.story.service;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.story.service.Newsroom.APPROVE;
import static org.homeward.story.service.Newsroom.body;
import static org.homeward.story.service.Newsroom.content;
import static org.homeward.story.service.Newsroom.path;

import com.mongodb.client.MongoCollection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.bson.Document;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.TwoDuties;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Each pair of the list of duties, tried by somebody who has every role there is. */
@ServiceTest
class DutiesTest {

    private final int port;
    private final Newsroom newsroom;
    private final MongoCollection<Document> journal;
    private final Web everything;
    private final Web another;

    DutiesTest(@LocalServerPort int port, @Autowired MongoTemplate mongo) {
        this.port = port;
        this.newsroom = new Newsroom(port);
        this.journal = mongo.getCollection("journal");
        this.everything = inEveryRole(port, "everything");
        this.another = inEveryRole(port, "another");
    }

    private static Web inEveryRole(int port, String who) {
        return new Web(port, TwoDuties.everyRole(who + "-" + UUID.randomUUID(), "mission"));
    }

    static List<TwoDuties> pairs() {
        return TwoDuties.of("story-service");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void nobody_has_two_duties_whatever_roles_they_have(TwoDuties pair) {
        var paper = after(pair.one());
        var second = second(pair.other(), paper);
        var before = seen(paper);

        var refused = second.apply(everything);

        assertThat(refused.problem()).as(refused.body()).isEqualTo(pair.problem());
        assertThat(seen(paper)).isEqualTo(before);
        ok(second.apply(another));
    }

    @Test
    void whatever_somebody_is_refused_for_what_they_did_is_in_the_list() {
        TwoDuties.mustHaveAll("story-service", Web.reader(port).get("/problems").json());
    }

    /** A story in review of which the one who has every role has done this. */
    private Paper after(String one) {
        return switch (one) {
            case "writes a story" -> {
                var draft = body("NEWS", content("Written by everything"));
                var id = ok(everything.post("/api/v1/stories", null, draft)).id();
                ok(everything.post("/api/v1/stories/" + id + "/submission", 1L, ""));
                yield new Paper(id, 2);
            }
            case "reviews what a story discloses" -> reviewed("/disclosure-review");
            case "reviews the content of a story" -> reviewed("/content-review");
            default -> throw new IllegalArgumentException(one);
        };
    }

    private Paper reviewed(String review) {
        var paper = newsroom.submitted(newsroom.news("Reviewed by everything"));
        ok(everything.post(path(paper) + review, paper.version(), APPROVE));
        return new Paper(paper.id(), paper.version() + 1);
    }

    private static Function<Web, Answer> second(String other, Paper paper) {
        return switch (other) {
            case "tests what it discloses" ->
                    who ->
                            who.ask(
                                    path(paper) + "/disclosure-test",
                                    "Homeward-Purpose",
                                    "disclosure-review");
            case "reviews what it discloses" -> review(paper, "/disclosure-review");
            case "reviews its content" -> review(paper, "/content-review");
            default -> throw new IllegalArgumentException(other);
        };
    }

    private static Function<Web, Answer> review(Paper paper, String review) {
        return who -> who.post(path(paper) + review, paper.version(), APPROVE);
    }

    /** What there is of it, and how often it was changed. */
    private List<Object> seen(Paper paper) {
        var read = ok(newsroom.read(newsroom.lead(), paper));
        return List.of(
                read.header("ETag"), read.body(), journal.countDocuments(eq("_id.a", paper.id())));
    }

    private static Answer ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
        return answer;
    }
}
