package org.homeward.grant.fund;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.grant.money.Money;
import org.homeward.kit.journal.Change;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The movements behind the ledgers, one row each. They lie beside the funds, because a fund has
 * thousands; each is written with the change of its ledger.
 */
@Component
class Movements {

    private static final String COLLECTION = "fund_movements";

    private final MongoTemplate template;
    private final Cursors cursors;

    Movements(MongoTemplate template, Cursors cursors) {
        this.template = template;
        this.cursors = cursors;
        template.getCollection(COLLECTION)
                .createIndex(
                        Indexes.compoundIndex(
                                Indexes.ascending("fund"), Indexes.descending("at", "_id")),
                        new IndexOptions().name("newest of a fund"));
    }

    /**
     * @param id made of fund, kind and cause: the database refuses what comes twice
     * @param beneficiary whose grant it is of; null in a row that was written before it was kept
     */
    record Row(
            UUID id,
            UUID fund,
            @Nullable UUID beneficiary,
            Movement.Kind kind,
            UUID cause,
            Money amount,
            Instant at) {

        static Row of(UUID fund, UUID beneficiary, Movement movement, Instant at) {
            var name = fund + "/" + movement.kind() + "/" + movement.cause();
            return new Row(
                    UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                    fund,
                    beneficiary,
                    movement.kind(),
                    movement.cause(),
                    movement.amount(),
                    at);
        }
    }

    void add(Change change, UUID fund, UUID beneficiary, Movement movement) {
        change.mongo().insert(Row.of(fund, beneficiary, movement, change.now()), COLLECTION);
    }

    /** Newest first. */
    Page<Row> of(UUID fund, PageRequest page) {
        var bound = "movements of " + fund;
        var query = Query.query(Criteria.where("fund").is(fund));
        if (page.cursor() != null) {
            var last = cursors.decode(page.cursor(), bound);
            var at = Instant.ofEpochMilli(last.created() / 1000);
            query.addCriteria(
                    new Criteria()
                            .orOperator(
                                    Criteria.where("at").lt(at),
                                    Criteria.where("at").is(at).and("_id").lt(last.id())));
        }
        query.with(Sort.by(Sort.Direction.DESC, "at", "_id")).limit(page.limit() + 1);
        List<Row> rows = template.find(query, Row.class, COLLECTION);
        if (rows.size() <= page.limit()) {
            return new Page<>(rows, null);
        }
        var shown = rows.subList(0, page.limit());
        var last = shown.getLast();
        return new Page<>(shown, cursors.encode(last.at().toEpochMilli() * 1000, last.id(), bound));
    }
}
