package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.story.service.Newsroom.body;
import static org.homeward.story.service.Newsroom.content;
import static org.homeward.story.service.Newsroom.path;
import static org.homeward.story.service.Situation.SOON;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.contracts.Money;
import org.homeward.contracts.Sector;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.kit.test.Answer;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** Whom a story is about is not found out by region and sector from the grants that were told. */
@ServiceTest
class RarePlaceTest {

    private static final String REGION = "TJ-GB";

    private final Newsroom newsroom;
    private final MongoTemplate mongo;
    private final ConsentOffice office = ConsentOffice.shared();

    RarePlaceTest(@LocalServerPort int port, @Autowired MongoTemplate mongo) {
        this.newsroom = new Newsroom(port);
        this.mongo = mongo;
    }

    @Test
    void region_and_sector_are_told_where_eleven_grants_fit_each_counted_once() {
        for (int i = 0; i < 8; i++) {
            approve(UUID.randomUUID(), Sector.REPAIR);
        }
        var told = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            approve(UUID.randomUUID(), Sector.TRADE);
            // what was lost by its sender may be told again
            approve(told, Sector.REPAIR);
        }
        await().atMost(SOON).until(() -> grants() == 11 && wasHeardTwice(told));
        var both = draft("The clock of Darvoz", Map.of("region", REGION, "sector", "REPAIR"));
        var region = draft("Somewhere in the mountains", Map.of("region", REGION));

        var refused = submit(both);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("place-too-rare");
        assertThat(refused.json().get("leaveOut").toString()).isEqualTo("[[\"sector\"]]");
        assertThat(refused.body()).doesNotContain("Darvoz").doesNotContain(REGION);
        assertThat(submit(region).status()).isEqualTo(200);

        approve(UUID.randomUUID(), Sector.REPAIR);
        await().atMost(SOON).until(() -> grants() == 12);
        assertThat(submit(both).problem()).isEqualTo("place-too-rare");
        approve(UUID.randomUUID(), Sector.REPAIR);

        await().atMost(SOON).until(() -> submit(both).status() == 200);
        assertThat(mongo.getCollection("known_grants").find(new Document("_id", told)).first())
                .isEqualTo(
                        new Document("_id", told)
                                .append("region", REGION)
                                .append("sector", "REPAIR"));
    }

    private Paper draft(String title, Map<String, Object> place) {
        var content = new HashMap<>(content(title, UUID.randomUUID()));
        content.putAll(place);
        var answer = newsroom.editor().post("/api/v1/stories", null, body("STORY", content));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return new Paper(answer.id(), 1);
    }

    private Answer submit(Paper paper) {
        return newsroom.editor().post(path(paper) + "/submission", paper.version(), "");
    }

    private void approve(UUID grant, Sector sector) {
        office.tell(
                grant,
                new GrantApproved(
                        grant,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        "RARE-26",
                        REGION + "-DARVOZ",
                        sector,
                        new Money("14000.00", "TJS"),
                        false));
    }

    private long grants() {
        return mongo.getCollection("known_grants").countDocuments(new Document("region", REGION));
    }

    private boolean wasHeardTwice(UUID grant) {
        return mongo.getCollection("inbox_positions")
                        .countDocuments(
                                new Document("_id.s", "/grant/" + grant).append("sequence", 2L))
                == 1;
    }
}
