package org.homeward.beneficiary.hold;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.beneficiary.selection.SelectedFor;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.grant.GrantClosed;
import org.homeward.kit.inbox.Projection;
import org.homeward.kit.journal.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Who is or was in which programme: by a place in a selection, or by waiting in one for what
 * becomes of her, by a grant or an application for one, as events have told; there are programmes
 * that give grants and select nobody. Grants are known when they are closed as well. Of protected
 * programmes nobody is known.
 */
@Component
public final class PeopleOfProgrammes {

    public static final String GRANTS = "running_grants";

    private static final String BENEFICIARY = "beneficiary";
    private static final String PROGRAMME = "programme";
    private static final String CLOSED = "closed";

    /** As the database orders ids: by their bytes. */
    public static final Comparator<UUID> AS_STORED = Comparator.comparing(UUID::toString);

    private final SelectedFor selectedFor;

    PeopleOfProgrammes(SelectedFor selectedFor, MongoTemplate template) {
        this.selectedFor = selectedFor;
        var grants = template.getDb().getCollection(GRANTS);
        grants.createIndex(Indexes.ascending(BENEFICIARY, CLOSED));
        grants.createIndex(Indexes.ascending(PROGRAMME, BENEFICIARY));
    }

    /**
     * Who is or was in one of these programmes, in the order of their ids.
     *
     * @param after the last who is known already; null for none
     */
    public List<UUID> people(
            Change change, Collection<String> programmes, @Nullable UUID after, int most) {
        return Stream.of(
                        selectedFor.people(change, programmes, after, most),
                        selectedFor.waiting(change, programmes, after, most),
                        granted(change, programmes, after, most))
                .flatMap(List::stream)
                .distinct()
                .sorted(AS_STORED)
                .limit(most)
                .toList();
    }

    private static List<UUID> granted(
            Change change, Collection<String> programmes, @Nullable UUID after, int most) {
        var granted = Criteria.where(PROGRAMME).in(programmes);
        if (after != null) {
            granted = granted.and(BENEFICIARY).gt(after);
        }
        var stages =
                Aggregation.newAggregation(
                        Aggregation.match(granted),
                        Aggregation.group(BENEFICIARY),
                        Aggregation.sort(Sort.Direction.ASC, "_id"),
                        Aggregation.limit(most));
        return change.mongo().aggregate(stages, GRANTS, Document.class).getMappedResults().stream()
                .map(found -> found.get("_id", UUID.class))
                .toList();
    }

    /** Codes of the programmes in which she is or was. */
    public Set<String> programmes(Change change, UUID person) {
        var programmes = new HashSet<>(selectedFor.programmes(change, person));
        var hers = Query.query(Criteria.where(BENEFICIARY).is(person));
        hers.fields().include(PROGRAMME);
        change.mongo()
                .find(hers, Document.class, GRANTS)
                .forEach(grant -> programmes.add(grant.getString(PROGRAMME)));
        return programmes;
    }

    /** Whether a grant of hers is not at its end. */
    public boolean hasRunningGrant(Change change, UUID person) {
        var running = Criteria.where(BENEFICIARY).is(person).and(CLOSED).ne(true);
        return change.mongo().exists(Query.query(running), GRANTS);
    }

    /** Whatever becomes of it: it keeps nobody from being erased at her own wish. */
    public static void applied(ApplicationSubmitted event, Projection known) {
        known.upsert(
                event.application(),
                Updates.combine(
                        Updates.set(BENEFICIARY, event.beneficiary()),
                        Updates.set(PROGRAMME, event.programme()),
                        Updates.set(CLOSED, true)));
    }

    public static void approved(GrantApproved event, Projection known) {
        known.upsert(
                event.grant(),
                Updates.combine(
                        Updates.set(BENEFICIARY, event.beneficiary()),
                        Updates.set(PROGRAMME, event.programme())));
    }

    public static void closed(GrantClosed event, Projection known) {
        known.upsert(event.grant(), Updates.set(CLOSED, true));
    }
}
