package org.homeward.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.backends.FreePorts;
import org.homeward.local.MachineClient;
import org.homeward.local.identity.DemoUser;
import org.homeward.local.identity.DemoUsers;
import org.homeward.system.LocalSystem.Result;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The people of {@code marked-cases.yaml} on their way through the programme. Whatever is personal
 * about them can be found wherever it lies, and told what it is, by the word that it holds.
 */
final class MarkedPeople {

    static final Path CASES = Path.of("src", "test", "resources", "marked-cases.yaml");

    private static final String SEED = "marked-1/";
    private static final Pattern PARAMETERS = Pattern.compile("([^/{}]+)/(?:\\{[^}]+}/?)+");
    private static final int MANAGEMENT = 100;
    private static final int FEW = 3;
    private static final int PER_CENT = 100;

    private static final String WORKER = "case-worker";
    private static final String LEAD = "communications-lead";
    private static final String NOBODY = "";
    private static final ZoneId DUSHANBE = ZoneId.of("Asia/Dushanbe");

    /** Who is answered what of them, and why. Whatever else anybody is answered is a leak. */
    static final List<Right> RIGHTS =
            List.of(
                    new Right(
                            "case-worker|protection-officer",
                            "/api/v1/beneficiaries/\\{id}",
                            "[MN](/spouse)?/person/.*",
                            "who works on the case, and who protects everybody"),
                    new Right(
                            WORKER,
                            "/api/v1/beneficiaries",
                            "[MN](/spouse)?/person/.*",
                            "the cases of her own organisation and districts"),
                    new Right(
                            WORKER,
                            "/api/v1/beneficiaries/\\{beneficiary}/household",
                            "M/household/.*",
                            "who works on the case"),
                    new Right(
                            WORKER,
                            "/api/v1/beneficiaries/\\{beneficiary}/export(/page)?",
                            "[MN](/spouse)?/.*|reasons/drop-out",
                            "who hands it to the person herself"),
                    new Right(
                            WORKER,
                            "/api/v1/referrals/\\{id}",
                            "M/referrals/.*",
                            "who has written it; the partner has helped and knows no more of it"),
                    new Right(
                            "case-worker|monitoring-officer",
                            "/api/v1/activities(/\\{id})?",
                            "M/activities/.*",
                            "who holds it, and who counts what was held"),
                    new Right(
                            "grant-officer|grant-and-committee|case-worker|programme-manager"
                                    + "|committee-.|monitoring-officer",
                            "/api/v1/applications/\\{id}(/submissions)?",
                            "[MN](/spouse)?/(proposal|revision|decision)/.*",
                            "who writes it, judges it, or sees what became of it"),
                    new Right(
                            "committee-.|programme-manager",
                            "/api/v1/applications/\\{id}/review",
                            "M/spouse/review/.*",
                            "who votes, and who carries out what the committee says"),
                    new Right(
                            WORKER,
                            "/api/v1/searches/\\{id}/candidates",
                            "N/person/.*",
                            "who must see whether it is the same person"),
                    new Right(
                            "case-worker|protection-officer",
                            "/api/v1/evidence/\\{id}/content",
                            "N/evidence/kept",
                            "who keeps it, and who protects everybody"),
                    new Right(
                            "story-editor|communications-lead|protection-officer",
                            "/api/v1/stories/\\{id}/pictures/\\{picture}",
                            "returned/picture/kept",
                            "who writes the story and who reviews it"),
                    new Right(
                            "case-worker-2",
                            "/api/v1/file-openings/\\{id}/file",
                            "N/person/.*",
                            "who has opened it for an hour, and why"),
                    new Right(
                            "protection-officer",
                            "/api/v1/file-openings/\\{id}",
                            "N/opening/.*",
                            "who reviews that"),
                    new Right(
                            "grant-officer|grant-and-committee|programme-manager|monitoring-officer",
                            "/api/v1/grants/\\{id}/visits",
                            "M/visits/.*",
                            "who visits, and who decides what follows"),
                    new Right(
                            "story-editor|communications-lead|protection-officer",
                            "/api/v1/stories/\\{id}",
                            "N/story/.*|returned/.*",
                            "who writes it and who reviews it"),
                    new Right(
                            LEAD,
                            "/api/v1/consents/\\{consent}/export(/page)?",
                            "N/story/.*",
                            "who answers whom it is about"),
                    new Right(
                            NOBODY,
                            "/tg(/.*)?|/",
                            "N/story/versions/tg/.*",
                            "everybody, for that was agreed to"),
                    new Right(
                            "notification-service",
                            "/internal/v1/contacts/\\{beneficiary}/email",
                            "M(/spouse)?/person/email",
                            "at the moment of sending, with her consent"),
                    new Right(
                            "administrator|data-protection-officer",
                            "/api/v1/webhooks(/\\{id})?",
                            "webhook/address",
                            "who has registered it, and who has confirmed it"));

    /** Who is answered what on their way, and not any more when everybody asks for everything. */
    static final List<Right> ENDED =
            List.of(
                    new Right(
                            WORKER,
                            "/api/v1/beneficiaries/\\{id}",
                            "O/person/.*",
                            "who worked on the case, until she was erased"),
                    new Right(
                            LEAD,
                            "/api/v1/stories/\\{id}",
                            "[MO]/story/.*",
                            "who reviewed it, until it was taken back or she was erased"),
                    new Right(
                            NOBODY,
                            "/(tg|ru|en)/.*",
                            "[MO]/story/versions/.*",
                            "everybody, as long as that was agreed to"));

    /**
     * @param who names of users
     * @param where paths
     * @param what fields
     */
    record Right(String who, String where, String what, String because) {

        boolean allows(Seen seen) {
            return seen.who.matches(who) && seen.where.matches(where) && seen.what.matches(what);
        }
    }

    /**
     * Something personal in an answer.
     *
     * @param who was answered; empty for anybody
     * @param where the path that was asked, with the names of its parameters; behind its method if
     *     that is another than GET
     * @param what the field that it is of
     */
    record Seen(String who, String where, String what) {}

    private final Markers markers;
    private final Map<String, Object> persons = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final LocalSystem system;
    private final Desk desk;
    private final OfficeWork work;
    private String erasedPage = "";

    MarkedPeople(LocalSystem system, Desk desk) {
        this.system = system;
        this.desk = desk;
        this.markers = desk.markers();
        this.work = new OfficeWork(system, desk);
        try (var reader = Files.newBufferedReader(CASES)) {
            Map<?, ?> file = new Yaml().load(reader);
            for (var one : (List<?>) Objects.requireNonNull(file.get("cases"))) {
                var whole = (Map<?, ?>) Objects.requireNonNull(one);
                var name = Objects.requireNonNull(whole.get("name")).toString();
                persons.put(name, Objects.requireNonNull(whole.get("person")));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What each of their fields holds that stands nowhere else. */
    Markers markers() {
        return markers;
    }

    /** Fields of which something was sent by who registers, helps, judges and tells. */
    Set<String> sent() {
        return markers.in(desk.sent());
    }

    static String id(String name) {
        return PublicFacts.id(SEED + name).toString();
    }

    /**
     * All their way; a webhook at which nobody answers hears of their grants, what staff refuse and
     * take back has its reasons, and one of them is erased.
     */
    Result play() {
        var webhook =
                desk.act(
                        "administrator",
                        "NOTIFICATION",
                        "/api/v1/webhooks",
                        null,
                        Map.of(
                                "url",
                                "http://127.0.0.1:" + FreePorts.next() + "/jazwebhuqali",
                                "events",
                                List.of("homeward.grant.approved.v1")));
        desk.act(
                "data-protection-officer",
                "NOTIFICATION",
                "/api/v1/webhooks/" + webhook.path("id").asString() + "/confirmation",
                1L,
                null);
        markers.mark(webhook.path("secret").asString().replace("whsec_", ""), "webhook/secret");
        var result = demo();
        if (result.exitCode() != 0) {
            throw new AssertionError(String.join("\n", result.lines()));
        }
        work.refuseAnApplication();
        work.handOver(grant("N"));
        work.giveBack(grant("N"));
        work.openAFile(person("N"));
        work.returnStories();
        markers.file("N/evidence/kept", work.keptScan());
        markers.file("returned/picture/kept", work.keptPicture());
        work.openAProtectiveProgramme();
        var assessment = "/api/v1/assessments/" + id("M/spouse/assessment");
        desk.act(
                WORKER,
                "BENEFICIARY",
                assessment + "/voiding",
                desk.version(WORKER, "BENEFICIARY", assessment, "case-management"),
                OfficeWork.because("reasons/voiding"));
        var place = places("M/spouse/beneficiary").getFirst();
        desk.act(
                WORKER,
                "BENEFICIARY",
                "/api/v1/places/" + place + "/drop-out",
                1L,
                OfficeWork.because("reasons/drop-out"));
        erasedPage = page("O/story");
        work.erase();
        work.ruleAndHold();
        work.sendNonsense();
        work.awaitErasure();
        return result;
    }

    /** What it is answered is held against the descriptions too. */
    private Result demo() {
        try (var switchboard = new Switchboard(desk)) {
            return system.run(
                    line -> {},
                    Map.of("JAVA_TOOL_OPTIONS", switchboard.options()),
                    "demo",
                    "--cases",
                    CASES.toAbsolutePath().toString());
        }
    }

    /** What is told no more, because somebody has a reason. */
    void retract() {
        var story = "/api/v1/stories/" + id("N/story");
        desk.act(
                LEAD,
                "STORY",
                story + "/retraction",
                desk.version(LEAD, "STORY", story, "content-review"),
                OfficeWork.because("reasons/retraction"));
    }

    /** Something that every service puts aside, for who operates them. */
    void sendNonsense() {
        work.sendNonsense();
    }

    private List<String> places(String person) {
        return desk
                .list(
                        WORKER,
                        "BENEFICIARY",
                        "/api/v1/beneficiaries/" + id(person) + "/places",
                        "case-management")
                .stream()
                .map(place -> place.path("id").asString())
                .toList();
    }

    /** As the file has it, and it is sent. */
    Object person(String name) {
        return Objects.requireNonNull(persons.get(name));
    }

    /** Ids of theirs, by the word before them in a path. */
    Map<String, List<String>> known() {
        var people = ids("M/beneficiary", "M/spouse/beneficiary", "N/beneficiary", "O/beneficiary");
        var known = new HashMap<String, List<String>>();
        known.put("beneficiaries", people);
        known.put("people", people);
        known.put("contacts", people);
        known.put("consents", ids("M/STORY_PUBLICATION", "N/STORY_PUBLICATION"));
        known.put("file-openings", ids("N/opening"));
        known.put("erasures", ids("O/erasure", "N/erasure"));
        known.put("legal-holds", ids("hold"));
        known.put("token-denials", ids("denial"));
        known.put("scorecards", listed("administrator", "BENEFICIARY", "/api/v1/scorecards"));
        known.put("leads", listed("story-editor", "STORY", "/api/v1/leads"));
        known.put("parked", Contract.SERVICES.stream().flatMap(this::parked).toList());
        known.put("templates", templates());
        known.put("referrals", ids("M/referral SHELTER", "M/referral LEGAL_AID"));
        known.put("incoming-referrals", ids("M/word"));
        known.put("assessments", ids("M/assessment", "M/spouse/assessment", "N/assessment"));
        known.put("activities", ids("M/meeting 1"));
        known.put("evidence", ids("M/evidence form", "N/evidence", "M/spouse/evidence form"));
        known.put("searches", ids("M/search 0", "N/search again"));
        known.put("selection-rounds", ids("programme MARKED-27/round"));
        known.put("places", places("M/beneficiary"));
        known.put("programmes", List.of("MARKED-27"));
        known.put("funds", ids("fund MARKED-27"));
        known.put(
                "applications",
                ids(
                        "M/application",
                        "N/application",
                        "M/spouse/application",
                        "M/spouse/application again"));
        known.put("grants", List.of(grant("M"), grant("N")));
        known.put(
                "stories",
                ids(
                        "M/story",
                        "N/story",
                        "O/story",
                        "returned disclosure-review",
                        "returned content-review"));
        known.put("pictures", ids("M/picture", "picture for content-review"));
        known.put("webhooks", listed("administrator", "NOTIFICATION", "/api/v1/webhooks"));
        return known;
    }

    private List<String> listed(String user, String service, String path) {
        return desk.list(user, service, path, "-").stream()
                .map(one -> one.path("id").asString())
                .limit(FEW)
                .toList();
    }

    private Stream<String> parked(String service) {
        return work.parked(service).stream().limit(FEW);
    }

    /** An address for each audience. */
    private List<String> templates() {
        return desk
                .read("administrator", "NOTIFICATION", "/api/v1/templates", "-")
                .path("items")
                .valueStream()
                .collect(
                        Collectors.toMap(
                                one -> one.path("audience").asString(),
                                one ->
                                        String.join(
                                                "/",
                                                one.path("audience").asString(),
                                                one.path("name").asString(),
                                                one.path("language").asString()),
                                (first, _) -> first))
                .values()
                .stream()
                .sorted()
                .toList();
    }

    /** Whether it tells of the person who is erased, of her story, or that she is. */
    static boolean isOfTheErased(Heard heard) {
        var said = heard.key() + heard.value();
        return heard.type().endsWith(".erasure-confirmed.v1")
                || ids("O/beneficiary", "O/story").stream().anyMatch(said::contains);
    }

    private static List<String> ids(String... names) {
        return Stream.of(names).map(MarkedPeople::id).toList();
    }

    private String grant(String name) {
        return desk.read(
                        "grant-officer",
                        "GRANT",
                        "/api/v1/applications/" + id(name + "/application"),
                        "monitoring")
                .path("decision")
                .path("grant")
                .asString();
    }

    /** Everything that everybody is answered who asks for all there is to read. */
    Set<Seen> read() {
        var seen = read(known());
        for (var path : pages()) {
            var page = desk.page(path);
            seen.addAll(desk.seenIn(page, page.body().getBytes(StandardCharsets.UTF_8)));
        }
        return seen;
    }

    /**
     * The same of the APIs alone.
     *
     * @param known ids, by the word before them in a path
     */
    Set<Seen> read(Map<String, List<String>> known) {
        var seen = new HashSet<Seen>();
        for (var contract : Contract.all()) {
            if (contract.isRead()) {
                for (var path : paths(contract.path(), known)) {
                    everybody().forEach(who -> read(contract, path, who, seen));
                }
            }
        }
        return seen;
    }

    private void read(Contract contract, String path, String who, Set<Seen> seen) {
        var purposes = contract.purposes().isEmpty() ? List.of("-") : contract.purposes();
        for (var purpose : purposes) {
            var request =
                    desk.request(who, contract.service(), path + query(contract))
                            .header("Homeward-Purpose", purpose);
            read(contract, request, seen);
            if (contract.isTable()) {
                read(contract, request.header("Accept", Contract.TABLE), seen);
            }
        }
    }

    private void read(Contract contract, HttpRequest.Builder request, Set<Seen> seen) {
        var answer = desk.bytes(request.build());
        if (answer.statusCode() / PER_CENT == 2) {
            var type = answer.headers().firstValue("Content-Type").orElse("");
            answered.add(type.startsWith(Contract.TABLE) ? asTable(contract) : contract.toString());
        }
        seen.addAll(desk.seenIn(answer, answer.body()));
    }

    private static String asTable(Contract contract) {
        return contract + " as a table";
    }

    /** The audit is asked about a period, which includes all that was done here. */
    private static String query(Contract contract) {
        var today = LocalDate.now(DUSHANBE);
        return contract.path().startsWith("/ops/v1/audit/")
                ? "?limit=100&from=" + today.minusDays(1) + "&to=" + today.plusDays(1)
                : contract.query();
    }

    /** What is described to be read, and was answered to nobody. */
    Set<String> unanswered() {
        var unanswered = new TreeSet<String>();
        Contract.all().stream()
                .filter(Contract::isRead)
                .map(Contract::toString)
                .forEach(unanswered::add);
        Contract.all().stream()
                .filter(Contract::isTable)
                .map(MarkedPeople::asTable)
                .forEach(unanswered::add);
        unanswered.removeAll(answered);
        return unanswered;
    }

    private static List<String> everybody() {
        return Stream.concat(
                        DemoUsers.load().all().stream().map(DemoUser::username),
                        MachineClient.ALL.stream().map(MachineClient::id))
                .toList();
    }

    /** With each id that is known in the place of each parameter. */
    private static List<String> paths(String path, Map<String, List<String>> known) {
        var parameters = PARAMETERS.matcher(path);
        if (!parameters.find()) {
            return List.of(path);
        }
        var paths = new ArrayList<String>();
        for (var id : known.getOrDefault(parameters.group(1), List.of())) {
            var begin = path.substring(0, parameters.end(1)) + "/" + id;
            paths(path.substring(parameters.end()), known)
                    .forEach(rest -> paths.add(rest.isEmpty() ? begin : begin + "/" + rest));
        }
        return paths;
    }

    private List<String> pages() {
        var pages = new ArrayList<>(List.of("/", "/about", "/contact"));
        for (var language : List.of("tg", "ru", "en")) {
            for (var page : List.of("", "/about", "/rss.xml", "/atom.xml")) {
                pages.add("/" + language + page);
            }
            for (var page : List.of(page("M/story"), page("N/story"), erasedPage)) {
                pages.add("/" + language + page);
            }
        }
        return pages;
    }

    private String page(String story) {
        return desk.read(LEAD, "STORY", "/api/v1/stories/" + id(story), "content-review")
                .path("path")
                .asString();
    }

    /** What the services tell of themselves to whoever may come near them. */
    String metrics() {
        var all = new StringBuilder();
        for (var service : Contract.SERVICES) {
            for (var page : List.of("prometheus", "health")) {
                all.append(
                        get(
                                "http://127.0.0.1:%d/actuator/%s"
                                        .formatted(system.port(service) + MANAGEMENT, page)));
            }
        }
        return all.toString();
    }

    /**
     * Fields of which something stands in mails, but for the address of a mail, which is where it
     * went.
     */
    Set<String> mails() {
        var found = new TreeSet<String>();
        for (var mail : caught()) {
            var to = mail.path("to").asString();
            markers.in(mail.toString().replace(to, ""))
                    .forEach(field -> found.add(field + " in a mail"));
            markers.in(to).stream()
                    .filter(field -> !field.endsWith("/email"))
                    .forEach(field -> found.add(field + " in an address"));
        }
        return found;
    }

    /** Fields whose words are where mails went. */
    Set<String> mailedTo() {
        var to = new TreeSet<String>();
        caught().forEach(mail -> to.addAll(markers.in(mail.path("to").asString())));
        return to;
    }

    private JsonNode caught() {
        return JsonMapper.shared()
                .readTree(get("http://127.0.0.1:" + system.port("MAIL") + "/api/messages"));
    }

    private String get(String address) {
        return desk.send(HttpRequest.newBuilder(URI.create(address)).build()).body();
    }
}
