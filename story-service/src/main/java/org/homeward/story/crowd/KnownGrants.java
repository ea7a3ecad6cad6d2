package org.homeward.story.crowd;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.mongodb.client.model.Updates;
import org.homeward.contracts.Sector;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.kit.inbox.Reactions;
import org.homeward.kit.journal.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Region and sector of every grant that was ever told of, one row for each: the same grant told
 * again, also after a restore of its sender, is counted once. Whose it is, is not kept here.
 */
@Component
public class KnownGrants {

    static final String COLLECTION = "known_grants";
    private static final String REGION = "region";
    private static final String SECTOR = "sector";

    /** A district's code begins with that of its region. */
    private static final int REGION_LENGTH = "TJ-KT".length();

    KnownGrants(MongoOperations mongo) {
        mongo.indexOps(COLLECTION)
                .createIndex(
                        new Index(REGION, Sort.Direction.ASC)
                                .on(SECTOR, Sort.Direction.ASC)
                                .named("of-region"));
        mongo.indexOps(COLLECTION)
                .createIndex(new Index(SECTOR, Sort.Direction.ASC).named("of-sector"));
    }

    /** The same reactions, and grants are counted. */
    public Reactions with(Reactions reactions) {
        return reactions.projecting(
                COLLECTION,
                GrantApproved.class,
                (event, known) ->
                        known.upsert(
                                event.grant(),
                                Updates.combine(
                                        Updates.set(
                                                REGION,
                                                event.district().substring(0, REGION_LENGTH)),
                                        Updates.set(SECTOR, event.sector().name()))));
    }

    /**
     * The grants that fit a story, as far as they are known: one that is still on its way makes the
     * crowd larger, never smaller.
     *
     * @param region by ISO 3166-2:TJ; null for any
     * @param sector null for any
     */
    public Crowd around(@Nullable String region, @Nullable Sector sector, Change change) {
        return new Crowd(
                count(region, sector, change),
                count(region, null, change),
                count(null, sector, change));
    }

    private static long count(@Nullable String region, @Nullable Sector sector, Change change) {
        var fitting = new Query().limit(Crowd.ENOUGH);
        if (region != null) {
            fitting.addCriteria(where(REGION).is(region));
        }
        if (sector != null) {
            fitting.addCriteria(where(SECTOR).is(sector.name()));
        }
        return change.mongo().count(fitting, COLLECTION);
    }
}
