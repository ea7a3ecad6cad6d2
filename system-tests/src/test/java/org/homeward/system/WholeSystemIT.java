package org.homeward.system;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Updates.set;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.homeward.contracts.Event;
import org.homeward.contracts.Money;
import org.homeward.contracts.Sector;
import org.homeward.contracts.beneficiary.ActivityHeld;
import org.homeward.contracts.beneficiary.BeneficiaryRegistered;
import org.homeward.contracts.beneficiary.BeneficiarySelected;
import org.homeward.contracts.beneficiary.BeneficiaryWaitlisted;
import org.homeward.contracts.beneficiary.CaseOwned;
import org.homeward.contracts.beneficiary.HeadCount;
import org.homeward.contracts.beneficiary.HouseholdJoined;
import org.homeward.contracts.beneficiary.OrdinaryService;
import org.homeward.contracts.beneficiary.ProgrammeOpened;
import org.homeward.contracts.beneficiary.ReferralCompleted;
import org.homeward.contracts.beneficiary.SelectionOpened;
import org.homeward.contracts.beneficiary.VulnerabilityAssessed;
import org.homeward.contracts.consent.ConsentGiven;
import org.homeward.contracts.consent.ConsentWithdrawn;
import org.homeward.contracts.grant.ApplicationSubmitted;
import org.homeward.contracts.grant.BusinessOutcomeRecorded;
import org.homeward.contracts.grant.FundOpened;
import org.homeward.contracts.grant.GrantApproved;
import org.homeward.contracts.grant.GrantClosed;
import org.homeward.contracts.grant.GrantHandedOver;
import org.homeward.contracts.grant.ItemHandedOver;
import org.homeward.contracts.grant.RentPaid;
import org.homeward.contracts.grant.VisitMonth;
import org.homeward.contracts.grant.VisitRecorded;
import org.homeward.contracts.notification.NotificationDelivered;
import org.homeward.contracts.story.StoryApproved;
import org.homeward.contracts.story.StoryDrafted;
import org.homeward.contracts.story.StoryPublished;
import org.homeward.contracts.story.StoryRetracted;
import org.homeward.contracts.story.StorySubmitted;
import org.homeward.kit.test.DataMap;
import org.homeward.kit.test.Traces;
import org.homeward.system.Halt.Point;
import org.homeward.system.LocalSystem.Result;
import org.homeward.system.MarkedPeople.Seen;
import org.homeward.system.Stranger.Experience;
import org.homeward.system.Topics.Place;
import org.homeward.system.Topics.Told;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo while every piece is killed once (kill -9) and started again, and what is left of it: in
 * the APIs, on the topics, in the files. Then the same cases again, and once more after everything
 * was stopped, by a file that expects something else; and other cases on the same system, after
 * which a stranger asks for everything in every wrong way. At last an old back-up is brought back.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeSystemIT implements NothingPersonalIsFound, NobodyIsJoined, NobodyIsBroughtBack {

    private static final Path CASES = Path.of("..", "demo", "cases.yaml");
    private static final Path ONE_CASE = Path.of("src", "test", "resources", "one-case.yaml");

    /** What the cases of the demo come to: ten people, of whom one takes her story back. */
    private static final Map<Class<?>, Long> EVENTS =
            Map.ofEntries(
                    Map.entry(BeneficiaryRegistered.class, 10L),
                    Map.entry(CaseOwned.class, 10L),
                    Map.entry(HouseholdJoined.class, 9L),
                    Map.entry(VulnerabilityAssessed.class, 10L),
                    Map.entry(ConsentGiven.class, 28L),
                    Map.entry(ConsentWithdrawn.class, 1L),
                    Map.entry(ActivityHeld.class, 2L),
                    Map.entry(ReferralCompleted.class, 3L),
                    Map.entry(ProgrammeOpened.class, 2L),
                    Map.entry(SelectionOpened.class, 2L),
                    Map.entry(BeneficiarySelected.class, 9L),
                    Map.entry(BeneficiaryWaitlisted.class, 1L),
                    Map.entry(FundOpened.class, 2L),
                    Map.entry(ApplicationSubmitted.class, 9L),
                    Map.entry(GrantApproved.class, 8L),
                    Map.entry(ItemHandedOver.class, 23L),
                    Map.entry(RentPaid.class, 12L),
                    Map.entry(GrantHandedOver.class, 8L),
                    Map.entry(VisitRecorded.class, 32L),
                    Map.entry(BusinessOutcomeRecorded.class, 32L),
                    Map.entry(GrantClosed.class, 8L),
                    Map.entry(StoryDrafted.class, 10L),
                    Map.entry(StorySubmitted.class, 10L),
                    Map.entry(StoryApproved.class, 10L),
                    Map.entry(StoryPublished.class, 10L),
                    Map.entry(StoryRetracted.class, 1L),
                    Map.entry(NotificationDelivered.class, 8L));

    private static final List<String> DATABASES =
            List.of("beneficiary", "grant", "story", "notification");

    private static final int CASE_COUNT = 10;

    /** Of each of the eight grants to the grant-officer, and to the five of them with an e-mail. */
    private static final int MAILS = 13;

    private static final Duration AT_REST = Duration.ofSeconds(60);

    private static final long BEGUN = System.nanoTime();

    static final Spans SPANS = new Spans();
    static final LocalSystem SYSTEM = new LocalSystem(SPANS);
    static final Desk DESK = new Desk(SYSTEM);
    static final MarkedPeople MARKED = new MarkedPeople(SYSTEM, DESK);

    /** From which the requests of a stranger are drawn. */
    private static final long SEED = Long.getLong("homeward.seed", 1);

    static List<Heard> heard = List.of();
    static Set<Seen> seen = Set.of();
    static Experience stranger = new Experience(0, Map.of(), Set.of(), Set.of(), Set.of());
    private static Set<String> refusedErrands = Set.of();
    private static Map<String, String> killed = Map.of();
    private static Map<Point, Integer> reached = Map.of();

    /** A run of the demo, and what there is of events and mails when all has come to rest. */
    private record Run(Result result, List<Told> told, List<String> mails) {

        Map<Place, Event> events() {
            return Topics.once(told);
        }
    }

    private static Run underFire = new Run(new Result(-1, List.of()), List.of(), List.of());
    private static Run again = underFire;
    private static Run restarted = underFire;
    private static Result other = underFire.result();

    @BeforeAll
    static void play() throws IOException {
        long seed = Long.getLong("homeward.seed", System.nanoTime());
        stage("deaths drawn from -Dhomeward.seed=" + seed);
        SYSTEM.up();
        try (var deaths = new Deaths(SYSTEM, new Random(seed))) {
            deaths.arm();
            var result = SYSTEM.run(deaths::watch, "demo");
            killed = deaths.all();
            reached = deaths.reached();
            underFire = atRest(result);
        }
        heard =
                Topics.messages(SYSTEM.port("KAFKA"), Join.topics()).stream()
                        .map(Heard::of)
                        .toList();
        System.out.println("points reached by services that were killed there: " + reached);
        stage("the demo again");
        again = atRest(SYSTEM.run(line -> {}, "demo"));
        stage("down and up");
        assertThat(SYSTEM.run(line -> {}, "down").exitCode()).isZero();
        SYSTEM.up();
        stage("the demo by other files");
        var wrong = "grant: \"18900.01 TJS\"";
        restarted = atRest(play(CASES, "grant: \"18900.00 TJS\"", wrong));
        other = SYSTEM.run(line -> {}, "demo", "--cases", ONE_CASE.toAbsolutePath().toString());
        stage("marked people");
        MARKED.play();
        heard =
                Stream.concat(
                                heard.stream(),
                                Topics.messages(SYSTEM.port("KAFKA"), Join.topics()).stream()
                                        .map(Heard::of)
                                        .filter(MarkedPeople::isOfTheErased))
                        .toList();
        stage("what is read of them");
        seen = MARKED.read();
        MARKED.retract();
        NobodyIsBroughtBack.askEarly();
        stage("a stranger");
        stranger = new Stranger(DESK, new Random(SEED), MARKED.known()).askForEverything();
        System.out.println("as the APIs are described: " + stranger);
        stage("nonsense and errands");
        MARKED.sendNonsense();
        refusedErrands = new Errands(DESK, MARKED.person("N")).run();
    }

    /** Tells where the time goes. */
    private static void stage(String name) {
        var since = Duration.ofNanos(System.nanoTime() - BEGUN);
        System.out.println("[%4d s] %s".formatted(since.toSeconds(), name));
    }

    @AfterAll
    static void down() {
        stage("the end");
        DESK.close();
        SYSTEM.close();
        SPANS.close();
    }

    @Test
    void the_demo_ends_as_expected_although_every_piece_was_killed_once() {
        assertThat(killed).hasSize(6);
        assertThat(underFire.result().exitCode())
                .as(String.join("\n", underFire.result().lines()) + "\n" + killed)
                .isZero();
        assertThat(underFire.result().table()).hasSize(CASE_COUNT);
    }

    @Test
    void what_was_done_and_seen_meanwhile_is_as_it_was_recorded() {
        var verified = SYSTEM.run(line -> {}, "audit", "verify");

        assertThat(verified.exitCode()).as(String.join("\n", verified.lines())).isZero();
        assertThat(verified.lines()).filteredOn(line -> line.contains(" entries in ")).hasSize(8);
    }

    @Test
    void at_every_point_where_it_hurts_a_service_was_killed() {
        assertThat(reached).containsOnlyKeys(Point.values());
        assertThat(reached.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(4);
    }

    @Test
    void a_second_run_gives_the_same_table_and_doubles_nothing() {
        assertThat(again.result().exitCode())
                .as(String.join("\n", again.result().lines()))
                .isZero();
        assertThat(again.result().table()).isEqualTo(underFire.result().table());
        assertThat(counts(underFire.told())).isEqualTo(EVENTS);
        assertThat(again.events()).isEqualTo(underFire.events());
        // whoever is killed between sending and remembering it sends the same mail again
        assertThat(Set.copyOf(underFire.mails())).hasSize(MAILS);
        assertThat(again.mails()).isEqualTo(underFire.mails());
    }

    @Test
    void the_data_survives_down_and_up() {
        assertThat(restarted.result().table()).isEqualTo(underFire.result().table());
        assertThat(restarted.events()).isEqualTo(underFire.events());
        assertThat(restarted.mails()).isEmpty(); // they are caught in memory, and none is sent anew
    }

    @Test
    void what_comes_out_otherwise_than_the_file_says_is_named_and_is_no_success() {
        assertThat(restarted.result().exitCode()).isEqualTo(1);
        assertThat(restarted.result().lines())
                .contains("DIFFERENT: case A: grant is 18900.00 TJS, not 18900.01 TJS")
                .doesNotContain("All as expected.");
    }

    @Test
    void another_file_may_tell_of_fewer_languages_and_of_people_without_e_mail() {
        assertThat(other.exitCode()).as(String.join("\n", other.lines())).isZero();
        assertThat(other.lines()).contains("All as expected.");
    }

    @Test
    void a_mistake_that_an_api_refuses_is_answered_with_its_own_line() throws IOException {
        refusedAt("channel: SELF", "channel: PIGEON");
        refusedAt("district: TJ-KT-SHAHRITUS", "district: Shahritus");
        refusedAt("donors: [BILATERAL-2]", "donors: [bilateral 2]");
    }

    private static void refusedAt(String right, String wrong) throws IOException {
        int line = 1;
        for (var text : Files.readAllLines(ONE_CASE)) {
            if (text.contains(right)) {
                break;
            }
            line++;
        }

        var result = play(ONE_CASE, right, wrong);

        assertThat(result.exitCode()).as(wrong).isEqualTo(1);
        assertThat(result.lines().getLast()).startsWith("homeward: played.yaml:" + line + ": ");
    }

    @Test
    void nothing_listens_where_another_machine_could_connect() {
        var ports = new TreeSet<Integer>();
        for (var piece : SYSTEM.pieces()) {
            var listeners = Listeners.of(SYSTEM.process(piece).orElseThrow());
            assertThat(listeners)
                    .as(piece)
                    .isNotEmpty()
                    .allMatch(one -> one.getAddress().isLoopbackAddress());
            listeners.stream().map(InetSocketAddress::getPort).forEach(ports::add);
        }
        assertThat(ports).containsAll(SYSTEM.ports());
    }

    @Test
    void on_the_topics_every_aggregate_counts_from_one_without_a_gap_or_a_swap() {
        var sequences = Topics.sequences(underFire.told());

        assertThat(sequences).isNotEmpty();
        sequences.forEach(
                (source, numbers) ->
                        assertThat(numbers)
                                .as(source)
                                .containsExactlyElementsOf(
                                        LongStream.rangeClosed(1, numbers.size())
                                                .boxed()
                                                .toList()));
    }

    @Test
    void a_reader_of_the_topics_alone_knows_the_public_facts_of_each_case() {
        var facts = PublicFacts.of(underFire.events().values());

        assertThat(facts.grants()).hasSize(8);
        assertThat(facts.pages()).hasSize(10);
        assertThat(facts).isEqualTo(PublicFacts.stated(CASES, underFire.result()::page));
    }

    @Test
    void at_the_end_all_that_was_granted_is_spent_and_nothing_is_promised() {
        var granted = PublicFacts.of(underFire.events().values()).grants().values();
        for (var programme : List.of("INCOME-26", "WOMEN-26")) {
            var fund = "/api/v1/funds/" + id("fund " + programme);
            var ledger = DESK.read("finance-officer", "GRANT", fund, "monitoring").path("ledger");

            assertThat(amount(ledger, "reserved")).as(programme).isZero();
            assertThat(amount(ledger, "committed")).as(programme).isZero();
            assertThat(amount(ledger, "spent"))
                    .as(programme)
                    .isEqualByComparingTo(
                            granted.stream()
                                    .filter(one -> one.programme().equals(programme))
                                    .map(one -> new BigDecimal(one.amount().amount()))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    private static BigDecimal amount(JsonNode ledger, String account) {
        return new BigDecimal(ledger.path(account).path("amount").asString());
    }

    @Test
    void case_A_a_tailor_is_spoken_for_and_after_a_year_of_rent_his_brother_works_with_him() {
        var word =
                DESK.read(
                        "case-worker",
                        "BENEFICIARY",
                        "/api/v1/incoming-referrals/" + id("A/word"),
                        "registration");
        assertThat(word.path("state").asString()).isEqualTo("TAKEN_UP");
        assertThat(word.path("about").asString("")).isEmpty();
        assertThat(household("A", "case-worker").path("members")).hasSize(9);
        assertThat(grant("A").rents()).isEqualTo(12);
        assertThat(outcome(grantOf("A")).family()).isEqualTo(1);
        assertThat(article("A", "en"))
                .contains(
                        "A young tailor in the centre of town",
                        "alt=\"A man at a sewing machine.\"");
        assertThat(feeds("en")).allMatch(feed -> feed.contains("A young tailor in the centre"));
    }

    @Test
    void
            case_B_a_confectioner_is_helped_in_a_shelter_that_nobody_hears_of_and_takes_her_story_back() {
        assertThat(referral("B/referral SHELTER", "case-worker")).isEqualTo(200);
        assertThat(referral("B/referral SHELTER", "case-worker-2")).isEqualTo(404);
        assertThat(outcome(grantOf("B")).women()).isEqualTo(3);
        for (var language : List.of("tg", "ru", "en")) {
            var page = DESK.page("/" + language + underFire.result().page("B"));
            assertThat(page.statusCode()).isEqualTo(410);
            assertThat(page.body()).doesNotContain("Мадина", "Madina", "Гулрухсор");
        }
        assertThat(feeds("en")).noneMatch(feed -> feed.contains("The bakery in a small town"));
    }

    @Test
    void case_C_of_those_who_come_to_meetings_only_bands_are_told_and_everybody_reads_the_news() {
        assertThat(events(ActivityHeld.class))
                .extracting(ActivityHeld::attended, ActivityHeld::women, ActivityHeld::men)
                .containsExactlyInAnyOrder(
                        tuple(HeadCount.FROM_50_TO_99, HeadCount.FROM_50_TO_99, HeadCount.UNDER_11),
                        tuple(
                                HeadCount.FROM_25_TO_49,
                                HeadCount.FROM_25_TO_49,
                                HeadCount.UNDER_11));
        assertThat(article("C", "ru")).contains("Встречи женщин на юге");
        assertThat(feeds("ru")).allMatch(feed -> feed.contains("Встречи женщин на юге"));
    }

    @Test
    void case_D_a_woman_gets_three_services_and_an_auditor_recomputes_who_is_selected() {
        assertThat(events(ReferralCompleted.class))
                .extracting(ReferralCompleted::service)
                .containsExactlyInAnyOrder(
                        OrdinaryService.PSYCHO_SOCIAL,
                        OrdinaryService.LEGAL_AID,
                        OrdinaryService.FINANCIAL_LITERACY);
        var path = "/api/v1/selection-rounds/" + id("programme WOMEN-26/round");
        var round = DESK.read("auditor", "BENEFICIARY", path, "audit");
        var rows = DESK.list("auditor", "BENEFICIARY", path + "/export", "audit");
        var anew = new Recomputation(round, rows);

        assertThat(rows).hasSize(5);
        assertThat(round.path("inputHash").asString()).isEqualTo(anew.inputHash());
        assertThat(round.path("seed").asString()).isEqualTo(anew.seed());
        assertThat(round.path("rootHash").asString()).isEqualTo(anew.rootHash());
        assertThat(rows)
                .extracting(row -> row.path("pseudonym").asString())
                .containsExactlyElementsOf(anew.ranking());
        assertThat(rows)
                .extracting(row -> row.path("points").asInt())
                .containsExactly(76, 69, 62, 53, 45);
        assertThat(rows).allMatch(row -> row.path("place").asString().equals("SELECTED"));
    }

    @Test
    void case_E_a_tailor_with_a_disabled_husband_employs_girls_and_is_told_of_by_another_name() {
        assertThat(household("E", "case-worker").path("withDisability").asInt()).isEqualTo(1);
        assertThat(outcome(grantOf("E")).women()).isEqualTo(4);
        assertThat(article("E", "en"))
                .contains("Shahlo", "alt=\"A woman sews bright cloth.\"")
                .doesNotContain("Моҳрухсор", "Ҳасанова");
    }

    @Test
    void case_F_a_builder_s_application_is_sent_back_once_and_both_submissions_are_kept() {
        var submissions =
                DESK.read(
                                "programme-manager",
                                "GRANT",
                                "/api/v1/applications/" + id("F/application") + "/submissions",
                                "application-review")
                        .path("items");

        assertThat(
                        submissions
                                .valueStream()
                                .map(one -> one.path("total").path("amount").asString()))
                .containsExactly("20400.00", "14000.00");
        assertThat(grant("F").amount()).isEqualTo(new Money("14000.00", "TJS"));
        assertThat(outcome(grantOf("F")).others()).isEqualTo(5);
    }

    @Test
    void case_G_a_breadwinner_s_shop_is_closed_as_a_grant_and_told_without_her_name() {
        assertThat(household("G", "case-worker").path("members")).hasSize(5);
        assertThat(grant("G").closed()).isTrue();
        assertThat(article("G", "tg")).contains("Марям").doesNotContain("Зулайхо", "Саидалиева");
    }

    @Test
    void case_H_a_guest_house_is_the_case_of_another_organisation_whose_file_no_other_reads() {
        var file = "/api/v1/beneficiaries/" + id("H/beneficiary");

        assertThat(DESK.status("case-worker-2", "BENEFICIARY", file, "case-management"))
                .isEqualTo(200);
        assertThat(DESK.status("case-worker", "BENEFICIARY", file, "case-management"))
                .isEqualTo(404);
        assertThat(grant("H").sector()).isEqualTo(Sector.ACCOMMODATION);
        assertThat(grant("H").business()).isEqualTo("TJ-GB-DARVOZ");
        assertThat(outcome(grantOf("H")).family()).isEqualTo(3);
    }

    @Test
    void case_I_who_was_exploited_is_helped_as_everybody_else_and_told_of_nowhere() {
        for (var service : List.of("SHELTER", "HEALTH")) {
            assertThat(referral("I/referral " + service, "case-worker-3")).isEqualTo(200);
            assertThat(referral("I/referral " + service, "case-worker-2")).isEqualTo(404);
        }
        assertThat(events(ReferralCompleted.class))
                .extracting(ReferralCompleted::referral)
                .doesNotContain(id("I/referral SHELTER"), id("I/referral HEALTH"));
        assertThat(grant("I").programme()).isEqualTo(grant("E").programme());
        assertThat(grant("I").closed()).isTrue();
        assertThat(underFire.result().page("I")).isEqualTo("-");
    }

    @Test
    void case_J_a_couple_has_one_household_one_grant_and_one_story_to_which_both_agree() {
        var people = List.of(id("J/beneficiary"), id("J/spouse/beneficiary"));
        assertThat(events(HouseholdJoined.class))
                .filteredOn(joined -> people.contains(joined.beneficiary()))
                .extracting(HouseholdJoined::household)
                .hasSize(2)
                .containsOnly(id("J/household"));
        assertThat(events(BeneficiaryWaitlisted.class))
                .extracting(BeneficiaryWaitlisted::beneficiary)
                .containsExactly(id("J/spouse/beneficiary"));
        var consents =
                DESK.read(
                        "communications-lead",
                        "STORY",
                        "/api/v1/stories/" + id("J/story") + "/consents",
                        "content-review");
        assertThat(consents.path("consents")).hasSize(2);
        assertThat(consents.path("complete").asBoolean()).isTrue();
        assertThat(article("J", "en"))
                .contains("Akmal", "Dilorom")
                .doesNotContain("Абдуқаҳҳор", "Шаҳнозахон");
    }

    @Test
    void a_call_for_entries_stands_on_the_site_and_in_the_feeds() {
        assertThat(article("film festival", "en")).contains("Film festival on migration");
        assertThat(feeds("en")).allMatch(feed -> feed.contains("Film festival on migration"));
    }

    static UUID id(String name) {
        return PublicFacts.id("homeward-demo-1/" + name);
    }

    private static <E extends Event> List<E> events(Class<E> type) {
        return underFire.events().values().stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static PublicFacts.Granted grant(String name) {
        return Objects.requireNonNull(
                PublicFacts.of(underFire.events().values())
                        .grants()
                        .get(id(name + "/beneficiary")));
    }

    private static UUID grantOf(String name) {
        return events(GrantApproved.class).stream()
                .filter(one -> one.application().equals(id(name + "/application")))
                .map(GrantApproved::grant)
                .findAny()
                .orElseThrow();
    }

    /** As the last visit found. */
    private static BusinessOutcomeRecorded outcome(UUID grant) {
        return events(BusinessOutcomeRecorded.class).stream()
                .filter(one -> one.grant().equals(grant) && one.visit() == VisitMonth.MONTH_12)
                .findAny()
                .orElseThrow();
    }

    private static JsonNode household(String name, String worker) {
        return DESK.read(
                worker,
                "BENEFICIARY",
                "/api/v1/beneficiaries/" + id(name + "/beneficiary") + "/household",
                "case-management");
    }

    /** What somebody who asks for it is answered. */
    private static int referral(String name, String worker) {
        return DESK.status(
                worker, "BENEFICIARY", "/api/v1/referrals/" + id(name), "case-management");
    }

    private static String article(String name, String language) {
        var page = DESK.page("/" + language + underFire.result().page(name));
        assertThat(page.statusCode()).isEqualTo(200);
        return page.body();
    }

    private static List<String> feeds(String language) {
        return Stream.of("/rss.xml", "/atom.xml")
                .map(feed -> DESK.page("/" + language + feed).body())
                .toList();
    }

    @Test
    void nothing_that_the_cases_tell_of_people_lies_open_in_any_file() {
        var secrets = People.secrets(CASES);
        secrets.addAll(People.secrets(ONE_CASE));
        assertThat(secrets)
                .hasSizeGreaterThan(300)
                .contains("Исломиддин", "935550117", "918550233", "Одинамамадов", "Фотима")
                .contains("Никоҳи қонунӣ ва алимент.", "Шарики дуюм ёфтан.");

        var traces = Traces.asWritten(secrets);

        assertThat(traces.below(SYSTEM.state().resolve("data"))).isEmpty();
        assertThat(traces.below(SYSTEM.state().resolve("logs"))).isEmpty();
    }

    @Test
    void whatever_is_asked_is_answered_as_it_is_described() {
        assertThat(stranger.operations()).isEqualTo(Contract.all().size()).isGreaterThan(150);
        assertThat(stranger.answers()).containsKeys(200, 201, 400, 404, 409, 412, 415, 422);
        assertThat(stranger.faults()).isEmpty();
    }

    @Test
    void every_answer_holds_what_its_description_says_and_nothing_else() {
        assertThat(DESK.descriptions().faults()).isEmpty();
    }

    @Test
    void whatever_is_described_was_done_by_somebody_but_for_what_has_a_reason() {
        assertThat(Contract.all())
                .extracting(Contract::toString)
                .containsAll(Errands.LEFT_OUT.keySet());
        assertThat(DESK.descriptions().undone())
                .as("refused meanwhile: " + refusedErrands)
                .isSubsetOf(Errands.LEFT_OUT.keySet());
    }

    @Test
    @Tag("full")
    void whatever_is_asked_ten_times_over_is_answered_as_it_is_described() {
        for (int i = 0; i < 10; i++) {
            var more = new Stranger(DESK, new Random(SEED + i), MARKED.known()).askForEverything();
            System.out.println("the API descriptions once more: " + more);
            assertThat(more.faults()).isEmpty();
        }
    }

    /** The demo with a file that has another text at one place. */
    private static Result play(Path file, String text, String instead) throws IOException {
        var played = SYSTEM.project().resolve("played.yaml");
        Files.writeString(played, Files.readString(file).replace(text, instead));
        return SYSTEM.run(line -> {}, "demo", "--cases", played.toString());
    }

    /** When nothing waits to be published and all has come that is expected. */
    private static Run atRest(Result result) {
        long start = System.nanoTime();
        while (true) {
            boolean rest = nothingWaits();
            var told = Topics.readAll(SYSTEM.port("KAFKA"));
            if (rest && counts(told).equals(EVENTS)) {
                return new Run(result, told, mails());
            }
            if (System.nanoTime() - start > AT_REST.toNanos()) {
                throw new AssertionError(
                        "at rest: " + rest + ", told: " + counts(told) + "\n" + result.lines());
            }
        }
    }

    private static Map<Class<?>, Long> counts(List<Told> told) {
        return Topics.once(told).values().stream().collect(groupingBy(Event::getClass, counting()));
    }

    @Test
    void nothing_stands_in_a_database_that_the_data_map_does_not_name() {
        try (var mongo = MongoClients.create(SYSTEM.mongodb())) {
            for (var service : DATABASES) {
                var map = DataMap.of(service + "-service");
                for (var name : List.of(service, service + "_vault")) {
                    var database = mongo.getDatabase(name);
                    DESK.await("rebuilt projections", () -> hasNoneBeside(database));
                    assertThat(database.listCollectionNames()).as(name).isNotEmpty();
                    assertThat(map.unnamed(database)).as(name).isEmpty();
                }
            }
        }
    }

    /** What an errand has made anew is in its place, and no copy of it is left. */
    private static boolean hasNoneBeside(MongoDatabase database) {
        return StreamSupport.stream(database.listCollectionNames().spliterator(), false)
                .noneMatch(name -> name.contains(".rebuild-"));
    }

    /** The last of all: what it does to the trail stays done. */
    @Test
    @Order(Integer.MAX_VALUE)
    void who_changes_an_entry_of_any_service_or_removes_one_is_told_of_with_its_place() {
        var places = new TreeSet<String>();
        try (var mongo = MongoClients.create(SYSTEM.mongodb())) {
            for (var service : DATABASES) {
                var journal = mongo.getDatabase(service).getCollection("journal");
                var entry = Objects.requireNonNull(journal.find(exists("seal.n")).first());
                journal.updateOne(eq("_id", entry.get("_id")), set("fact.action", "another"));
                places.add("ALTERED in journal of " + service + "-service: " + place(entry));
            }
            var reads = mongo.getDatabase("beneficiary").getCollection("access");
            var read = Objects.requireNonNull(reads.findOneAndDelete(exists("seal.n")));
            places.add("REMOVED in access of beneficiary-service: " + place(read));
        }

        var verified = SYSTEM.run(line -> {}, "audit", "verify");

        assertThat(verified.exitCode()).isEqualTo(1);
        assertThat(verified.lines())
                .filteredOn(line -> line.contains(", entry "))
                .map(line -> line.strip().replaceFirst(", entry .*", ""))
                .containsExactlyInAnyOrderElementsOf(places);
        assertThat(verified.lines()).contains(places.size() + " findings.");
    }

    private static String place(Document entry) {
        var seal = entry.get("seal", Document.class);
        return "batch %s, position %s".formatted(seal.get("n"), seal.get("i"));
    }

    private static boolean nothingWaits() {
        try (var mongo = MongoClients.create(SYSTEM.mongodb())) {
            return DATABASES.stream()
                    .map(database -> mongo.getDatabase(database).getCollection("journal"))
                    .allMatch(journal -> journal.countDocuments(exists("outbox.order")) == 0);
        }
    }

    /** To whom and with what text. */
    private static List<String> mails() {
        var all = URI.create("http://127.0.0.1:" + SYSTEM.port("MAIL") + "/api/messages");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(HttpRequest.newBuilder(all).build(), BodyHandlers.ofString());
            return StreamSupport.stream(
                            JsonMapper.shared().readTree(answer.body()).spliterator(), false)
                    .map(mail -> mail.path("to").asString() + "\n" + mail.path("text").asString())
                    .toList();
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
