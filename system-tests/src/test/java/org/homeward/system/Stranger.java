package org.homeward.system;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.local.MachineClient;
import org.homeward.local.identity.DemoUsers;
import org.homeward.system.Body.Flaw;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who has a valid token and knows nothing but the descriptions: asks for all that is
 * described, rightly and wrongly in every way, and wants answers that are described too. Each
 * request holds a mark of its own, which nobody may keep of a request that was refused.
 */
final class Stranger {

    private static final Pattern PARAMETERS =
            Pattern.compile("([^/{}]+)/(\\{[^}]+}(?:/\\{[^}]+})*)");

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final String LETTERS = "bcdfghjklmnpqrstvwxz";
    private static final int MARK = 12;
    private static final int RIGHT = 3;
    private static final int TOO_LARGE = 70_000;
    private static final int AWAY = 503;
    private static final int TOO_MANY = 429;
    private static final int PATIENCE = 50;

    /** What is meant to lie open when it was accepted, and why. */
    private static final Map<String, String> OPEN =
            Map.of(
                    "POST BENEFICIARY/api/v1/scorecards",
                    "a form, about nobody",
                    "POST BENEFICIARY/api/v1/token-denials",
                    "the random id of a colleague's account",
                    "POST BENEFICIARY/api/v1/beneficiaries/{id}/hand-over",
                    "the same",
                    "POST GRANT/api/v1/funds/{id}/committee",
                    "the same",
                    "PUT GRANT/api/v1/funds/{id}/committee",
                    "the same");

    private static final int PER_CENT = 100;
    private static final int MOSTLY = 70;

    private final Desk desk;
    private final Random random;
    private final Map<String, List<String>> known;
    private final Map<String, List<String>> staff = new TreeMap<>();
    private final Map<Integer, Integer> answers = new TreeMap<>();
    private final Set<String> faults = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();
    private final Set<String> accepted = new TreeSet<>();

    /**
     * @param known ids that there are, by the word before them in a path
     */
    Stranger(Desk desk, Random random, Map<String, List<String>> known) {
        this.desk = desk;
        this.random = random;
        this.known = known;
        for (var user : DemoUsers.load().all()) {
            user.roles().forEach(role -> may(role, user.username()));
        }
        MachineClient.ALL.forEach(client -> may(client.role(), client.id()));
    }

    private void may(String role, String who) {
        staff.computeIfAbsent(role, _ -> new ArrayList<>()).add(who);
    }

    /**
     * What came of it.
     *
     * @param operations that were asked for
     * @param answers how many of each status, those too after which it was asked again
     * @param faults what was answered otherwise than it may be
     * @param refused the marks of the requests that were refused
     * @param accepted the marks of those that were done, but for what is meant to lie open
     */
    record Experience(
            int operations,
            Map<Integer, Integer> answers,
            Set<String> faults,
            Set<String> refused,
            Set<String> accepted) {

        int requests() {
            return answers.values().stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public String toString() {
            return operations + " operations, " + requests() + " requests, answered " + answers;
        }
    }

    /** Once through all that is described. */
    Experience askForEverything() {
        var all = Contract.all();
        all.forEach(this::ask);
        return new Experience(
                all.size(),
                new TreeMap<>(answers),
                new TreeSet<>(faults),
                Set.copyOf(refused),
                Set.copyOf(accepted));
    }

    private void ask(Contract contract) {
        for (int i = 0; i < RIGHT; i++) {
            send("right", new Attempt(contract), false);
        }
        contract.schema()
                .ifPresent(
                        schema -> {
                            for (var flaw : Flaw.values()) {
                                flawed(contract, flaw);
                            }
                            var other = new Attempt(contract);
                            other.headers.put("Content-Type", "text/plain");
                            send("another media type", other, true);
                            var large = new Attempt(contract);
                            large.body = "\"" + large.mark + "x".repeat(TOO_LARGE) + "\"";
                            send("too large", large, true);
                        });
        if (contract.isCommand()) {
            command(contract);
        }
        if (!contract.purposes().isEmpty()) {
            without(contract, "Homeward-Purpose");
            with(contract, "Homeward-Purpose", "curiosity");
        }
        if (contract.isTable()) {
            send("as a table", new Attempt(contract).with("Accept", Contract.TABLE), false);
            with(contract, "Accept", "image/png");
        }
        if (contract.path().contains("{")) {
            var odd = new Attempt(contract);
            odd.path = PARAMETER.matcher(contract.path()).replaceAll(odd.mark);
            send("no such address", odd, true);
        }
        contract.parameters("query")
                .map(one -> one.path("name").asString())
                .forEach(name -> query(contract, name));
    }

    private void flawed(Contract contract, Flaw flaw) {
        var attempt = new Attempt(contract);
        var body = new Body(contract, contract.schema().orElseThrow(), random, attempt.mark);
        body.with(flaw)
                .ifPresent(
                        text -> {
                            attempt.body = text;
                            send(flaw.name(), attempt, true);
                        });
    }

    private void command(Contract contract) {
        without(contract, "Idempotency-Key");
        with(contract, "Idempotency-Key", "x".repeat(201));
        with(contract, "If-Match", "\"0\"");
        with(contract, "If-Match", "W/\"1\"");
        send("stale", new Attempt(contract).with("If-Match", "\"99999999\""), false);
        var first = new Attempt(contract);
        int status = send("right", first, false);
        var second = new Attempt(contract);
        second.path = first.path;
        second.user = first.user;
        second.headers.put("Idempotency-Key", first.headers.getOrDefault("Idempotency-Key", ""));
        send("key of another", second, status / PER_CENT == 2 && contract.schema().isPresent());
    }

    private void without(Contract contract, String header) {
        var attempt = new Attempt(contract);
        attempt.headers.remove(header);
        send("without " + header, attempt, true);
    }

    private void with(Contract contract, String header, String value) {
        send("odd " + header, new Attempt(contract).with(header, value), true);
    }

    private void query(Contract contract, String name) {
        var values = new ArrayList<>(List.of("%24where", "a%00", "%E2%80%AE"));
        if (name.equals("limit")) {
            values.addAll(List.of("0", "101", "-1", "9".repeat(30)));
        }
        for (var value : values) {
            var attempt = new Attempt(contract);
            attempt.query = "?" + name + "=" + value;
            send("odd " + name, attempt, true);
            var marked = new Attempt(contract);
            marked.query = "?" + name + "=" + marked.mark;
            send("odd " + name, marked, true);
        }
    }

    /** A request that is right as far as the description tells. */
    private final class Attempt {

        private final Contract contract;
        private final String mark = mark();
        private final Map<String, String> headers = new TreeMap<>();
        private String user;
        private String path;
        private String query;
        private @Nullable String body;

        Attempt(Contract contract) {
            this.contract = contract;
            this.user = pick(users(contract));
            this.path =
                    PARAMETERS
                            .matcher(contract.path())
                            .replaceAll(
                                    found ->
                                            found.group(1)
                                                    + "/"
                                                    + part(found.group(1), found.group(2)));
            this.query = contract.query();
            if (contract.isCommand()) {
                headers.put("Idempotency-Key", "\"" + UUID.randomUUID() + "\"");
                if (random.nextBoolean()) {
                    headers.put("If-Match", "\"" + (1 + random.nextInt(5)) + "\"");
                }
            }
            if (!contract.purposes().isEmpty()) {
                headers.put("Homeward-Purpose", pick(contract.purposes()));
            }
            contract.schema()
                    .ifPresent(
                            schema -> {
                                headers.put("Content-Type", "application/json");
                                body = new Body(contract, schema, random, mark).right();
                            });
        }

        Attempt with(String header, String value) {
            headers.put(header, value);
            return this;
        }

        /**
         * What stands for the parameters behind a word: one of what is allowed, an id that there
         * is, or one that there may be.
         */
        private String part(String word, String parameters) {
            var ids = known.getOrDefault(word, List.of());
            return ids.isEmpty() || random.nextInt(PER_CENT) >= MOSTLY
                    ? PARAMETER.matcher(parameters).replaceAll(found -> any(found.group(1)))
                    : pick(ids);
        }

        private String any(String name) {
            var allowed =
                    contract.parameters("path")
                            .filter(one -> one.path("name").asString().equals(name))
                            .flatMap(one -> one.path("schema").path("enum").valueStream())
                            .map(JsonNode::asString)
                            .toList();
            return allowed.isEmpty() ? Body.randomId(random).toString() : pick(allowed);
        }
    }

    private List<String> users(Contract contract) {
        var roles = contract.roles().isEmpty() ? staff.keySet() : contract.roles();
        return roles.stream()
                .flatMap(role -> staff.getOrDefault(role, List.of()).stream())
                .toList();
    }

    private String mark() {
        return Stream.generate(() -> LETTERS.charAt(random.nextInt(LETTERS.length())))
                .limit(MARK)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }

    /**
     * @param wrong whether it must be refused
     * @return the status of the answer
     */
    private int send(String what, Attempt attempt, boolean wrong) {
        var contract = attempt.contract;
        var request = desk.request(attempt.user, contract.service(), attempt.path + attempt.query);
        attempt.headers.forEach(request::header);
        request.method(
                contract.method(),
                attempt.body == null
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString(attempt.body));
        var answer = desk.send(request.build());
        for (int i = 0; i < PATIENCE && answer.statusCode() == AWAY; i++) {
            if (answer.headers().firstValue("Retry-After").isEmpty()) {
                faults.add(contract + " (" + what + ") is away and does not say for how long");
            }
            answers.merge(AWAY, 1, Integer::sum);
            answer = desk.send(request.build());
        }
        int status = answer.statusCode();
        answers.merge(status, 1, Integer::sum);
        var told = contract + " (" + what + "): " + status;
        fault(status, wrong).ifPresent(fault -> faults.add(told + " " + fault));
        boolean isRefused = status / PER_CENT == 4;
        if (status / PER_CENT == 2 && !OPEN.containsKey(contract.toString())) {
            accepted.add(attempt.mark);
        }
        if (isRefused) {
            refused.add(attempt.mark);
            if (answer.body().contains(attempt.mark)) {
                faults.add(told + " repeats what was sent");
            }
        }
        return status;
    }

    /**
     * What is the matter with an answer; nothing where it is one that may be. Who is told that she
     * asks too often is not told what becomes of what she asked: then it was not tried.
     */
    static Optional<String> fault(int status, boolean wrong) {
        if (status >= 5 * PER_CENT) {
            return Optional.of("is no answer");
        }
        if (status == TOO_MANY) {
            return Optional.of("was counted and not looked at");
        }
        return wrong && status / PER_CENT != 4
                ? Optional.of("should be refused")
                : Optional.empty();
    }

    private <T> T pick(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
