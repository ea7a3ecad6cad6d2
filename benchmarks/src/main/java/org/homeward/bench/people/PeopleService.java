package org.homeward.bench.people;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.bench.load.Issuer;
import org.homeward.bench.process.Settings;
import org.homeward.beneficiary.BeneficiaryService;
import org.homeward.beneficiary.matching.Matcher;
import org.homeward.beneficiary.matching.Verdict;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.kit.journal.Aggregates;
import org.homeward.kit.journal.Stored;
import org.homeward.kit.security.Scope;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An instance of the real service of people, called through HTTP. */
public final class PeopleService implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    static final String ORGANISATION = "hope";

    private final ConfigurableApplicationContext service;
    private final Issuer issuer;
    private final String base;

    private PeopleService(Settings settings, Issuer issuer, Class<?>... sources) {
        this.issuer = issuer;
        this.service =
                new SpringApplicationBuilder(sources)
                        .bannerMode(Banner.Mode.OFF)
                        .registerShutdownHook(false)
                        .run(
                                Stream.of(
                                                "homeward.issuer=" + settings.issuer(),
                                                "homeward.master-key-file=" + settings.masterKey(),
                                                "homeward.certificate-key-file="
                                                        + settings.masterKey(),
                                                // four register more than anybody meets
                                                "homeward.web.limits.[POST /api/v1/searches].per-minute=1000000",
                                                "homeward.web.limits.[POST /api/v1/searches].per-day=1000000",
                                                "homeward.web.limits.[GET /api/v1/searches/{id}/candidates].per-minute=1000000",
                                                "homeward.web.limits.[GET /api/v1/searches/{id}/candidates].per-day=1000000",
                                                "homeward.web.limits.[POST /api/v1/beneficiaries].per-minute=1000000",
                                                "homeward.web.limits.[POST /api/v1/beneficiaries].per-day=1000000",
                                                "spring.mongodb.uri=" + settings.mongo(),
                                                "spring.kafka.bootstrap-servers="
                                                        + settings.kafka(),
                                                "logging.config=classpath:org/homeward/bench/logback-bench.xml",
                                                "server.address=127.0.0.1",
                                                "server.port=0",
                                                "management.server.port=0")
                                        .map(setting -> "--" + setting)
                                        .toArray(String[]::new));
        this.base =
                "http://127.0.0.1:"
                        + Objects.requireNonNull(
                                service.getEnvironment().getProperty("local.server.port"));
    }

    /** As it is. */
    public static PeopleService sealed(Settings settings, Issuer issuer) {
        return new PeopleService(settings, issuer, BeneficiaryService.class);
    }

    /** The same, storing plain what is sealed. */
    public static PeopleService plain(Settings settings, Issuer issuer) {
        return new PeopleService(settings, issuer, BeneficiaryService.class, Unsealed.class);
    }

    /** A case-worker at the service. */
    public Worker worker(String subject) {
        return new Worker(issuer.token(subject, ORGANISATION, "case-worker", "*"));
    }

    /**
     * To write people without a call for each.
     *
     * @param total how many it will be
     */
    public Filling filling(int total) {
        return new Filling(service, total);
    }

    /**
     * Somebody whom a search lists.
     *
     * @param same whether she is called the same, so that a merge might be proposed
     */
    public record Found(UUID file, boolean same) {}

    /** One at a client of the service; each call is answered before the next. */
    public final class Worker {

        private final String token;

        private Worker(String token) {
            this.token = token;
        }

        /**
         * @return the search
         */
        public UUID search(Somebody one) throws IOException {
            return id(post("/api/v1/searches", body(one)));
        }

        /** Whom a search lists, likeliest first. */
        public List<Found> find(Somebody one) throws IOException {
            var listed =
                    JSON.readTree(
                            get("/api/v1/searches/" + search(one) + "/candidates", "registration"));
            var ids =
                    listed.valueStream()
                            .map(each -> UUID.fromString(each.path("beneficiary").asString()))
                            .toList();
            var same =
                    service
                            .getBean(Aggregates.class)
                            .findAll(BENEFICIARY, ids, Scope.everything())
                            .stream()
                            .filter(file -> isCalledTheSame(one, file.state().registered()))
                            .map(Stored::id)
                            .collect(Collectors.toSet());
            return ids.stream().map(id -> new Found(id, same.contains(id))).toList();
        }

        private static boolean isCalledTheSame(Somebody one, Beneficiary.Registered file) {
            var known = file.person().open().forMatching(file.district());
            return Matcher.compare(one.known(), known).verdict() == Verdict.SAME_LIKELY;
        }

        /**
         * @param search of this worker, not older than fifteen minutes
         */
        public UUID register(UUID search, Somebody one) throws IOException {
            return id(
                    post(
                            "/api/v1/beneficiaries",
                            body(one).put("search", search.toString()).put("channel", "SELF")));
        }

        /**
         * @return the file as JSON
         */
        public String read(UUID file) throws IOException {
            return get("/api/v1/beneficiaries/" + file, "case-management");
        }

        /**
         * The newest.
         *
         * @return a page as JSON
         */
        public String list(int limit) throws IOException {
            return get("/api/v1/beneficiaries?limit=" + limit, "case-management");
        }

        private static ObjectNode body(Somebody one) {
            var body = JSON.createObjectNode().put("district", one.district());
            var person = body.putObject("person").put("sex", one.sex().name());
            person.putObject("name")
                    .put("family", one.name().family())
                    .put("given", one.name().given())
                    .put("patronymic", one.name().patronymic());
            var day = one.birth().day();
            if (day != null) {
                person.putObject("birth").put("day", day.toString());
            } else {
                person.putObject("birth").put("year", one.birth().year());
            }
            var data = one.data();
            data.phones().forEach(person.putArray("phones")::add);
            data.documents().forEach(person.putArray("documents")::add);
            data.languages().forEach(person.putArray("languages")::add);
            return body;
        }

        private String get(String path, String purpose) throws IOException {
            return send(request(path).header("Homeward-Purpose", purpose).GET());
        }

        private String post(String path, ObjectNode body) throws IOException {
            return send(
                    request(path)
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body.toString())));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Bearer " + token);
        }

        private static String send(HttpRequest.Builder request) throws IOException {
            try {
                var answer = HTTP.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() >= 300) {
                    throw new IOException(answer.statusCode() + " " + answer.body());
                }
                return answer.body();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IOException("stopped while measuring", stopped);
            }
        }

        private static UUID id(String answer) {
            return UUID.fromString(JSON.readTree(answer).path("id").asString());
        }
    }

    @Override
    public void close() {
        service.close();
    }
}
