package org.homeward.beneficiary.assessment;

import static org.homeward.beneficiary.assessment.AssessmentTypes.ASSESSMENT;

import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Component;

/** Who was assessed by an edition of a scorecard, for whoever ranks people. Opens no answers. */
@Component
public final class Assessed {

    private final MongoTemplate template;

    Assessed(MongoTemplate template) {
        this.template = template;
    }

    /**
     * @param dimensions points in the card's order
     */
    public record Eligible(UUID beneficiary, int points, List<Integer> dimensions) {

        public Eligible {
            dimensions = List.copyOf(dimensions);
        }
    }

    /** Those who are eligible by the last assessment made of them until the end of a day. */
    public List<Eligible> eligible(UUID scorecard, LocalDate until) {
        var counting =
                new Document(AssessmentTypes.SCORECARD, scorecard)
                        .append("state._class", AssessmentTypes.MADE)
                        .append("state.facts.on", new Document("$lte", until.toString()));
        var last = new HashMap<UUID, Document>();
        for (var found :
                template.getDb()
                        .getCollection(ASSESSMENT.collection())
                        .find(counting)
                        .projection(Projections.include("state.facts"))) {
            var facts = found.getEmbedded(List.of("state", "facts"), Document.class);
            last.merge(facts.get("beneficiary", UUID.class), facts, Assessed::later);
        }
        return last.values().stream()
                .filter(facts -> score(facts).getBoolean("eligible"))
                .map(
                        facts ->
                                new Eligible(
                                        facts.get("beneficiary", UUID.class),
                                        score(facts).getInteger("total"),
                                        score(facts).getList("dimensions", Integer.class)))
                .toList();
    }

    private static Document later(Document one, Document other) {
        return at(one).isAfter(at(other)) ? one : other;
    }

    private static Instant at(Document facts) {
        return facts.getDate("at").toInstant();
    }

    private static Document score(Document facts) {
        return facts.get("score", Document.class);
    }
}
