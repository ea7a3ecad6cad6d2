package org.homeward.beneficiary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.mongodb.client.MongoClient;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.beneficiary.matching.BirthDate;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.beneficiary.matching.PersonName;
import org.homeward.beneficiary.matching.Sex;
import org.homeward.kit.observe.AlarmsForTest;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.kit.sealing.MasterKey;
import org.homeward.kit.test.Backends;
import org.homeward.kit.test.MongoForTest;
import org.homeward.kit.web.Unavailable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

/** A name that many bear hides nobody. */
class LookUpTest {

    private static final int MANY = 260;

    private static final MongoClient CLIENT =
            MongoForTest.client(Backends.shared().mongoUri("admin"));

    private final MongoTemplate template = new MongoTemplate(CLIENT, Backends.freshDatabase());
    private final KeyVault vault = vault(template);
    private final LookUp lookUp = new LookUp(template, vault, Clock.systemUTC());

    /** Lowest ids: they come first wherever nothing else decides. */
    @BeforeEach
    void many_have_the_same_name_year_and_district() {
        IntStream.range(0, MANY)
                .forEach(
                        n -> lookUp.write(template, new UUID(Long.MIN_VALUE, n), zebo(null, null)));
    }

    @Test
    void the_owner_of_an_equal_document_comes_first_however_many_namesakes_there_are() {
        var owner = somebody(null, "A4012345");

        assertThat(lookUp.sharing(zebo("+992918110234", "A4012345"))).startsWith(owner);
    }

    @Test
    void the_owner_of_an_equal_telephone_comes_next() {
        var phone = somebody("+992918110234", null);
        var document = somebody(null, "A4012345");

        assertThat(lookUp.sharing(zebo("+992918110234", "A4012345")))
                .startsWith(document, phone)
                .hasSizeGreaterThan(2);
    }

    @Test
    void who_shares_the_name_and_more_comes_before_who_shares_one_thing_only_however_rare() {
        var twin = new UUID(-1, -1);
        var name = new PersonName("Раҳимова", "Нигора");
        namesakes(name, "TJ-GB");
        lookUp.write(template, twin, person(name, 1991, "TJ-GB"));
        lookUp.write(
                template,
                new UUID(Long.MIN_VALUE + 2, 0),
                person(new PersonName("Шарипова", "Нигора"), 1991, "TJ-GB"));

        assertThat(lookUp.sharing(person(name, 1991, "TJ-SU-AYNI"))).startsWith(twin);
    }

    @Test
    void of_those_who_agree_in_as_much_who_agrees_in_the_rarer_comes_first_however_written() {
        var her = new UUID(-1, -1);
        var asked = new PersonName("Абдуллоев", "Исмоил");
        namesakes(asked, "TJ-SU-AYNI");
        lookUp.write(
                template, her, person(new PersonName("Абдуллаев", "Исмаил"), 1991, "TJ-RA-HISOR"));

        assertThat(lookUp.sharing(person(asked, 1991, "TJ-SU-AYNI"))).startsWith(her);
    }

    @Test
    void who_bears_another_family_name_elsewhere_is_found_by_the_day_among_many_of_her_year() {
        var her = new UUID(-1, -1);
        var asked = new PersonName("Негматова", "Саодат");
        namesakes(asked, "TJ-GB");
        bornIn1987(2, new PersonName("Шарипова", "Саодат"), "TJ-GB");
        bornIn1987(3, new PersonName("Негматова", "Зебо"), "TJ-SU-AYNI");
        lookUp.write(
                template, her, born(new PersonName("Назарзода", "Саодат"), 3, 5, "TJ-RA-HISOR"));

        assertThat(lookUp.sharing(born(asked, 3, 5, "TJ-SU-AYNI"))).startsWith(her);
    }

    @Test
    void who_moved_is_found_by_the_day_among_many_of_her_name_and_year() {
        var her = new UUID(-1, -1);
        var asked = new PersonName("Қурбонзода", "Гулчеҳра");
        bornIn1987(2, asked, "TJ-GB");
        lookUp.write(
                template, her, born(new PersonName("Курбанова", "Гульчехра"), 3, 5, "TJ-RA-HISOR"));

        assertThat(lookUp.sharing(born(asked, 5, 3, "TJ-SU-AYNI"))).startsWith(her);
    }

    @Test
    void the_same_question_has_the_same_answer() {
        assertThat(lookUp.sharing(zebo(null, null))).isEqualTo(lookUp.sharing(zebo(null, null)));
    }

    @Test
    void rows_name_nobody_and_rows_of_different_kinds_do_not_name_one_person_alike() {
        var id = somebody("+992918110234", "A4012345");

        var rows = new HashSet<Document>();
        template.getDb().getCollection("lookup").find().into(rows);

        assertThat(rows).noneMatch(row -> row.values().contains(id));
        var owners = new HashSet<UUID>();
        for (var kind : List.of("DOCUMENT", "PHONE")) {
            owners.add(
                    rows.stream()
                            .filter(row -> row.getString("token").startsWith("0001:" + kind))
                            .map(row -> row.get("owner", UUID.class))
                            .findFirst()
                            .orElseThrow());
        }
        assertThat(owners).hasSize(2);
    }

    @Test
    void people_are_found_by_rows_of_every_version_and_written_by_the_newest() {
        var old = somebody("+992918110234", null);
        lookUp.add(2, Instant.EPOCH);
        var young = somebody(null, "A4012345");

        assertThat(lookUp.sharing(zebo("+992918110234", "A4012345"))).startsWith(young, old);
        assertThat(lookUp.olderThan(2, 100_000, Set.of())).contains(old).doesNotContain(young);
    }

    @Test
    void another_instance_follows_at_once_and_replaces_rows_of_older_versions() {
        var id = somebody("+992918110234", null);
        new LookUp(template, vault, Clock.systemUTC()).add(2, Instant.EPOCH);

        assertThat(somebody("+992918110999", null)).isEqualTo(id);

        assertThat(lookUp.olderThan(2, 100_000, Set.of())).doesNotContain(id);
        assertThat(lookUp.sharing(zebo("+992918110234", null))).doesNotContain(id);
        assertThat(lookUp.sharing(zebo("+992918110999", null))).startsWith(id);
    }

    @Test
    void nothing_is_left_of_who_is_forgotten() {
        var id = somebody("+992918110234", null);
        lookUp.add(2, Instant.EPOCH);
        lookUp.forget(template, id);
        lookUp.renew(template, id, zebo("+992918110234", null));

        assertThat(lookUp.sharing(zebo("+992918110234", null))).doesNotContain(id);
        assertThat(lookUp.olderThan(3, 100_000, Set.of())).doesNotContain(id);
    }

    @Test
    void nobody_is_searched_for_while_files_have_no_rows_and_afterwards_as_ever() {
        template.getDb().getCollection("lookup").drop();
        template.getDb()
                .getCollection("beneficiaries")
                .insertOne(new Document("_id", UUID.randomUUID()));

        var restored = new LookUp(template, vault, Clock.systemUTC());
        var another = new LookUp(template, vault, Clock.systemUTC());

        for (var instance : List.of(restored, another)) {
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> instance.sharing(zebo(null, null)));
        }
        restored.complete();
        assertThat(another.sharing(zebo(null, null))).isEmpty();
    }

    @Test
    void what_replaced_a_key_that_leaked_writes_rows_beside_data_that_does_not_know_of_it() {
        lookUp.add(2, Instant.EPOCH);
        lookUp.retire(2);
        template.getDb().getCollection("lookup").drop();
        template.getDb()
                .getCollection("beneficiaries")
                .insertOne(new Document("_id", UUID.randomUUID()));

        var restored = new LookUp(template, vault, Clock.systemUTC());
        restored.write(template, new UUID(-1, -1), zebo(null, null));

        assertThat(restored.versions().lastKey()).isEqualTo(2);
        assertThat(restored.making()).isPresent();
        assertThat(restored.count(2)).isPositive();
        assertThat(restored.count(1)).isZero();
    }

    @Test
    void rows_that_were_brought_back_with_older_data_are_replaced_by_the_newest_key_there_is() {
        lookUp.add(2, Instant.EPOCH);
        lookUp.retire(2);

        var restored = new LookUp(template, vault, Clock.systemUTC());

        assertThat(restored.versions().keySet()).containsExactly(1, 2);
        assertThat(restored.olderThan(2, 100_000, Set.of())).hasSize(MANY);
    }

    @Test
    void of_two_instances_that_made_the_same_portion_one_moves_on_and_counts() {
        template.getDb().getCollection("lookup").drop();
        template.getDb()
                .getCollection("beneficiaries")
                .insertOne(new Document("_id", UUID.randomUUID()));
        var restored = new LookUp(template, vault, Clock.systemUTC());
        var begun = restored.making().orElseThrow();

        restored.made(begun, new UUID(1, 7), 3);
        restored.made(begun, new UUID(1, 5), 3);
        var after = new LookUp(template, vault, Clock.systemUTC()).making().orElseThrow();
        restored.makeOnceMore(begun);

        assertThat(after).isEqualTo(new LookUp.Making(1, new UUID(1, 7), 3));
        assertThat(restored.making()).contains(after);
        restored.makeOnceMore(after);
        assertThat(restored.making()).contains(begun);
        restored.complete();
        assertThat(restored.making()).isEmpty();
    }

    @Test
    void who_has_rows_of_any_version_is_told_from_who_has_none() {
        var young = new UUID(-1, -1);
        lookUp.add(2, Instant.EPOCH);
        lookUp.write(template, young, zebo(null, null));
        var none = UUID.randomUUID();

        assertThat(lookUp.without(List.of(young, none, new UUID(Long.MIN_VALUE, 0))))
                .containsExactly(none);
    }

    @Test
    void who_is_passed_over_keeps_no_other_back() {
        lookUp.add(2, Instant.EPOCH);
        var first = lookUp.olderThan(2, 1, Set.of());

        assertThat(lookUp.olderThan(2, 1, first)).isNotEmpty().doesNotContainAnyElementsOf(first);
    }

    @Test
    void a_key_in_use_that_does_not_open_is_refused_at_the_start() {
        lookUp.add(2, Instant.EPOCH);
        CLIENT.getDatabase(template.getDb().getName() + "_vault")
                .getCollection("keys")
                .updateOne(
                        new Document("_id", "search/1"),
                        Updates.set("wrapped", new Binary(new byte[60])));

        assertThatIllegalStateException()
                .isThrownBy(() -> new LookUp(template, vault, Clock.systemUTC()))
                .withMessageContaining("search/1");
    }

    /** Many who are older. */
    private void namesakes(PersonName name, String district) {
        IntStream.range(0, MANY)
                .forEach(
                        n ->
                                lookUp.write(
                                        template,
                                        new UUID(Long.MIN_VALUE + 1, n),
                                        person(name, 1950, district)));
    }

    /** Many who were born in 1987 on other days than 5 March and 3 May. */
    private void bornIn1987(int series, PersonName name, String district) {
        IntStream.range(0, MANY)
                .forEach(
                        n ->
                                lookUp.write(
                                        template,
                                        new UUID(Long.MIN_VALUE + series, n),
                                        born(name, 6 + n % 7, 16 + n % 12, district)));
    }

    private UUID somebody(@Nullable String phone, @Nullable String document) {
        var id = new UUID(-1, phone == null ? -2 : -1);
        lookUp.write(
                template,
                id,
                new KnownPerson(
                        new PersonName("Каримова", "Малика"),
                        List.of(),
                        Sex.FEMALE,
                        new BirthDate.Day(LocalDate.of(1970, 5, 2)),
                        phone == null ? Set.of() : Set.of(phone),
                        "TJ-SU-AYNI",
                        document == null ? Set.of() : Set.of(document)));
        return id;
    }

    private static KnownPerson zebo(@Nullable String phone, @Nullable String document) {
        return new KnownPerson(
                new PersonName("Холиқова", "Зебо"),
                List.of(),
                Sex.FEMALE,
                new BirthDate.Year(1994),
                phone == null ? Set.of() : Set.of(phone),
                "TJ-KT-VOSE",
                document == null ? Set.of() : Set.of(document));
    }

    private static KnownPerson person(PersonName name, int year, String district) {
        return new KnownPerson(
                name,
                List.of(),
                Sex.FEMALE,
                new BirthDate.Year(year),
                Set.of(),
                district,
                Set.of());
    }

    private static KnownPerson born(PersonName name, int month, int day, String district) {
        return new KnownPerson(
                name,
                List.of(),
                Sex.FEMALE,
                new BirthDate.Day(LocalDate.of(1987, month, day)),
                Set.of(),
                district,
                Set.of());
    }

    private static KeyVault vault(MongoTemplate template) {
        return KeyVault.open(
                template.getDb(),
                CLIENT.getDatabase(template.getDb().getName() + "_vault"),
                MasterKey.read(Backends.shared().masterKey()),
                new AlarmsForTest().alarms());
    }
}
