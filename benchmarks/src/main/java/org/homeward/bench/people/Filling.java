package org.homeward.bench.people;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import com.mongodb.WriteConcern;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.beneficiary.registration.CaseNumber;
import org.homeward.beneficiary.registration.LookUp;
import org.homeward.beneficiary.registration.Ownership;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.SealingPlace;
import org.homeward.kit.sealing.Secret;
import org.springframework.context.ApplicationContext;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.convert.MongoConverter;

/**
 * Writes very many people into a service that nobody else uses meanwhile: file, key and rows of the
 * search are those of a registration, made by the same classes. Left out is what no search reads:
 * the entry in the journal, and so the event. The indexes of the rows are away until it is closed,
 * and the random ids of rows ascend from portion to portion: MongoDB writes what is sorted many
 * times as fast.
 */
public final class Filling implements AutoCloseable {

    private static final int PORTION = 1_000;
    private static final LocalDate ON = LocalDate.of(2020, 1, 1);

    private final int total;
    private final KeyVault vault;
    private final LookUp lookUp;
    private final MongoConverter converter;
    private final MongoDatabase database;
    private final MongoCollection<Document> files;
    private final MongoCollection<Document> rows;
    private final List<Document> indexes;
    private final long start;
    private int written;

    /**
     * @param total how many it will be
     */
    Filling(ApplicationContext service, int total) {
        this.total = total;
        this.vault = service.getBean(KeyVault.class);
        this.lookUp = service.getBean(LookUp.class);
        this.converter = service.getBean(MongoConverter.class);
        this.database = service.getBean(MongoTemplate.class).getDb();
        this.files = quick(database.getCollection(BENEFICIARY.collection()));
        this.rows = quick(database.getCollection("lookup"));
        this.indexes =
                rows.listIndexes().into(new ArrayList<>()).stream()
                        .filter(index -> !index.containsKey("clustered"))
                        .toList();
        indexes.forEach(index -> rows.dropIndex(index.getString("name")));
        this.start = ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }

    private static MongoCollection<Document> quick(MongoCollection<Document> collection) {
        return collection.withWriteConcern(WriteConcern.W1.withJournal(false));
    }

    /**
     * @return the ids of their files, in the same order
     */
    public List<UUID> write(List<Somebody> people) {
        var ids = Stream.generate(UUID::randomUUID).limit(people.size()).toList();
        int portions = (people.size() + PORTION - 1) / PORTION;
        int before = written;
        IntStream.range(0, portions)
                .parallel()
                .map(portion -> portion * PORTION)
                .forEach(
                        from -> {
                            int to = Math.min(from + PORTION, people.size());
                            write(ids.subList(from, to), people.subList(from, to), before + from);
                        });
        written += people.size();
        return ids;
    }

    private void write(List<UUID> ids, List<Somebody> people, int first) {
        var keys = vault.makeAll(ids);
        var newFiles = new ArrayList<Document>();
        var known = new LinkedHashMap<UUID, KnownPerson>();
        for (int i = 0; i < people.size(); i++) {
            var id = ids.get(i);
            var one = people.get(i);
            var key = Objects.requireNonNull(keys.get(id));
            var place = new SealingPlace(BENEFICIARY.collection(), id, () -> key, vault);
            newFiles.add(file(id, one, first + i, place));
            known.put(id, one.known());
        }
        var all = new InsertManyOptions().ordered(false);
        files.insertMany(newFiles, all);
        long slice = 65_536L * first / total;
        var newRows = lookUp.rows(known);
        newRows.forEach(row -> row.put("_id", in(slice, row.get("_id", UUID.class))));
        rows.insertMany(newRows, all);
    }

    private Document file(UUID id, Somebody one, int number, SealingPlace place) {
        var decision =
                Beneficiary.register(
                        new Beneficiary.Registered(
                                id,
                                PeopleService.ORGANISATION,
                                one.district(),
                                CaseNumber.of(ON.getYear(), number + 1),
                                Channel.SELF,
                                "bench",
                                ON,
                                Secret.of(one.data()),
                                new Ownership.Owned(new Ownership.Owner("bench", id))));
        var state = new Document();
        ScopedValue.where(SealingPlace.CURRENT, place)
                .run(() -> converter.write(decision.state(), state));
        return new Document("_id", id)
                .append("version", 1L)
                .append("sequence", (long) decision.events().size())
                .append("order", start + number)
                .append("created", start + number)
                .append("state", state);
    }

    /** As random as before within one of 65,536 slices of all ids. */
    private static UUID in(long slice, UUID id) {
        long rest = id.getMostSignificantBits() & 0xFFFF_FFFF_FFFFL;
        return new UUID(slice << 48 | rest, id.getLeastSignificantBits());
    }

    /** Makes the indexes again: from here on everybody is found. */
    @Override
    public void close() {
        // a million take longer than the service ever waits
        database.withTimeout(1, TimeUnit.HOURS)
                .runCommand(new Document("createIndexes", "lookup").append("indexes", indexes));
    }
}
