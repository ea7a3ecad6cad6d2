package org.homeward.bench.people;

import static org.homeward.beneficiary.registration.RegistrationTypes.BENEFICIARY;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.bench.load.Issuer;
import org.homeward.bench.people.Crowd.Somebody;
import org.homeward.bench.process.Settings;
import org.homeward.beneficiary.BeneficiaryService;
import org.homeward.beneficiary.matching.BirthDate;
import org.homeward.beneficiary.matching.KnownPerson;
import org.homeward.beneficiary.matching.PersonName;
import org.homeward.beneficiary.registration.Beneficiary;
import org.homeward.beneficiary.registration.Birth;
import org.homeward.beneficiary.registration.LookUp;
import org.homeward.beneficiary.registration.Ownership;
import org.homeward.beneficiary.registration.PersonalData;
import org.homeward.contracts.beneficiary.Channel;
import org.homeward.contracts.beneficiary.Sex;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.journal.Origin;
import org.homeward.kit.sealing.Secret;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** An instance of the real service of people, called through HTTP. */
public final class PeopleService implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String ORGANISATION = "hope";
    private static final int AT_ONCE = 100;

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

    /** Writes people as registrations do, many at once, without a search for each. */
    public void fill(List<Somebody> people) {
        var journal = service.getBean(Journal.class);
        var lookUp = service.getBean(LookUp.class);
        for (int i = 0; i < people.size(); i += AT_ONCE) {
            var some = people.subList(i, Math.min(i + AT_ONCE, people.size()));
            journal.<Boolean>inTransaction(
                    Origin.system("fill", UUID.randomUUID()),
                    change -> {
                        for (Somebody one : some) {
                            var id = UUID.randomUUID();
                            change.create(
                                    BENEFICIARY, id, Beneficiary.register(registered(id, one)));
                            lookUp.write(change.mongo(), id, known(one));
                        }
                        return true;
                    });
        }
    }

    private static Beneficiary.Registered registered(UUID id, Somebody one) {
        var person =
                new PersonalData(
                        new PersonName(one.family(), one.given()),
                        List.of(),
                        Sex.FEMALE,
                        Birth.in(one.year(), false),
                        List.of("+992" + one.phone()),
                        null,
                        null,
                        List.of(),
                        List.of("tg"));
        return new Beneficiary.Registered(
                id,
                ORGANISATION,
                one.district(),
                "26-0000000-0",
                Channel.SELF,
                "bench",
                LocalDate.EPOCH.plusYears(50),
                Secret.of(person),
                new Ownership.Owned(new Ownership.Owner("bench", id)));
    }

    private static KnownPerson known(Somebody one) {
        return new KnownPerson(
                new PersonName(one.family(), one.given()),
                List.of(),
                org.homeward.beneficiary.matching.Sex.FEMALE,
                new BirthDate.Year(one.year()),
                Set.of("+992" + one.phone()),
                one.district(),
                Set.of());
    }

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
            return id(post("/api/v1/searches", body("", one)));
        }

        /**
         * @param search of this worker, not older than fifteen minutes
         */
        public UUID register(UUID search, Somebody one) throws IOException {
            var more = "\"search\":\"%s\",\"channel\":\"SELF\",".formatted(search);
            return id(post("/api/v1/beneficiaries", body(more, one)));
        }

        public void read(UUID file) throws IOException {
            get("/api/v1/beneficiaries/" + file);
        }

        /** The newest. */
        public int list(int limit) throws IOException {
            return JSON.readTree(get("/api/v1/beneficiaries?limit=" + limit)).path("items").size();
        }

        private static String body(String more, Somebody one) {
            return """
                   {%s"district":"%s","person":{"name":{"family":"%s","given":"%s"},"sex":"FEMALE",
                   "birth":{"year":%d},"phones":["%s"],"languages":["tg"]}}\
                   """
                    .formatted(
                            more,
                            one.district(),
                            one.family(),
                            one.given(),
                            one.year(),
                            one.phone());
        }

        private String get(String path) throws IOException {
            return send(request(path).header("Homeward-Purpose", "case-management").GET());
        }

        private String post(String path, String body) throws IOException {
            return send(
                    request(path)
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body)));
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
