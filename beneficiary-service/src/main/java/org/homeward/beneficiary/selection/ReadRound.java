package org.homeward.beneficiary.selection;

import static org.homeward.beneficiary.selection.SelectionTypes.PLACE;
import static org.homeward.beneficiary.selection.SelectionTypes.ROUND;

import com.mongodb.client.model.Filters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.homeward.kit.access.AccessLog;
import org.homeward.kit.access.Purpose;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.journal.UseCase;
import org.homeward.kit.security.Actor;
import org.homeward.kit.security.Scope;
import org.homeward.kit.web.Cursors;
import org.homeward.kit.web.NotFound;
import org.homeward.kit.web.Page;
import org.homeward.kit.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.MongoTemplate;

@UseCase("Read rounds, and export a ranking under pseudonyms for who recomputes it")
class ReadRound {

    private final Aggregates aggregates;
    private final Lists lists;
    private final MongoTemplate template;
    private final AccessLog accessLog;
    private final Cursors cursors;

    ReadRound(
            Aggregates aggregates,
            Lists lists,
            MongoTemplate template,
            AccessLog accessLog,
            Cursors cursors) {
        this.aggregates = aggregates;
        this.lists = lists;
        this.template = template;
        this.accessLog = accessLog;
        this.cursors = cursors;
    }

    Stored<Round> read(UUID id, Scope scope) {
        return aggregates.find(ROUND, id, scope).orElseThrow(NotFound::new);
    }

    Page<Stored<Round>> list(Scope scope, PageRequest page) {
        return aggregates.list(ROUND, new Document(), scope, page);
    }

    /**
     * A part of the ranking, in its order. It is recorded as a read of the round: who is behind a
     * pseudonym can't be told from it.
     *
     * @throws org.homeward.kit.web.StateConflict before the draw
     */
    Page<Row> export(UUID id, Actor actor, Scope scope, PageRequest page, Purpose purpose) {
        var draw = read(id, scope).state().in(Round.Ranked.class).result().draw();
        var bound = "selection-export" + draw.list();
        int after =
                page.cursor() == null
                        ? 0
                        : Math.toIntExact(cursors.decode(page.cursor(), bound).created());
        accessLog.record(actor, purpose, ROUND.name(), List.of(id));
        var candidates = lists.read(draw.list(), after, page.limit() + 1);
        boolean more = candidates.size() > page.limit();
        var shown = more ? candidates.subList(0, page.limit()) : candidates;
        var states = statesOfPlaces(id, after, after + shown.size());
        var rows = new ArrayList<Row>();
        for (int i = 0; i < shown.size(); i++) {
            int rank = after + i + 1;
            rows.add(new Row(rank, shown.get(i), states.get(rank)));
        }
        var next = more ? cursors.encode(after + shown.size(), draw.list(), bound) : null;
        return new Page<>(rows, next);
    }

    /**
     * @param place state of the place; null before it is announced
     */
    record Row(int rank, Candidate candidate, @Nullable String place) {}

    private Map<Integer, String> statesOfPlaces(UUID round, int after, int last) {
        var states = new HashMap<Integer, String>();
        template.getDb()
                .getCollection(PLACE.collection())
                .find(
                        Filters.and(
                                Filters.eq(SelectionTypes.SEAT_ROUND, round),
                                // all there are: by them the index leads to the ranks
                                Filters.in(
                                        SelectionTypes.STATE,
                                        SelectionTypes.SELECTED,
                                        SelectionTypes.WAITLISTED,
                                        SelectionTypes.LEFT),
                                Filters.gt(SelectionTypes.SEAT_RANK, after),
                                Filters.lte(SelectionTypes.SEAT_RANK, last)))
                .map(place -> place.get("state", Document.class))
                .forEach(
                        state ->
                                states.put(
                                        state.get("seat", Document.class).getInteger("rank"),
                                        SelectionTypes.word(state.getString("_class"))));
        return states;
    }
}
