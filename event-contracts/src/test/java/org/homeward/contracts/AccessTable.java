package org.homeward.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** The table of roles, held to its form, and the page that is made from it. */
record AccessTable(Map<String, Map<String, String>> roles, Map<String, List<Endpoint>> services) {

    private static final List<String> ANYONE = List.of("anyone");

    /** An endpoint and the roles that may call it, or the one word 'anyone'. */
    record Endpoint(String call, List<String> roles) {}

    private static final String CALL = "(GET|POST|PUT|PATCH|DELETE) /[A-Za-z0-9/._{}*-]*";

    static AccessTable committed() {
        try (InputStream in = AccessTable.class.getResourceAsStream("access.yaml")) {
            return parsed(new String(Objects.requireNonNull(in).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static AccessTable parsed(String yaml) {
        var strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        Map<String, Object> table = new Yaml(strict).load(yaml);
        var sections =
                (Map<String, List<Map<String, Object>>>)
                        Objects.requireNonNull(table.get("services"));
        return new AccessTable(
                (Map<String, Map<String, String>>) Objects.requireNonNull(table.get("roles")),
                sections.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        section ->
                                                section.getValue().stream()
                                                        .flatMap(AccessTable::endpoints)
                                                        .toList())));
    }

    @SuppressWarnings("unchecked")
    private static Stream<Endpoint> endpoints(Map<String, Object> entry) {
        return entry.entrySet().stream()
                .map(
                        call ->
                                new Endpoint(
                                        call.getKey(),
                                        call.getValue() instanceof List<?> roles
                                                ? (List<String>) roles
                                                : List.of((String) call.getValue())));
    }

    /** What is wrong with the table, in words; empty if nothing is. */
    List<String> violations() {
        List<String> found = new ArrayList<>();
        roles.forEach(
                (role, says) -> {
                    if (!says.keySet().equals(Set.of("does", "organisations"))
                            || Objects.requireNonNull(says.get("does")).isBlank()
                            || !Set.of("own", "all").contains(says.get("organisations"))) {
                        found.add(role + " does not say what it does and for whose records");
                    }
                });
        services.forEach(
                (service, endpoints) -> {
                    endpoints.stream()
                            .filter(endpoint -> !endpoint.call().matches(CALL))
                            .forEach(e -> found.add(service + ": no endpoint: " + e.call()));
                    endpoints.stream()
                            .filter(endpoint -> !isKnown(endpoint.roles()))
                            .forEach(
                                    e ->
                                            found.add(
                                                    service
                                                            + ": no role or an unknown one at "
                                                            + e.call()));
                    long distinct = endpoints.stream().map(Endpoint::call).distinct().count();
                    if (distinct < endpoints.size()) {
                        found.add(service + ": an endpoint stands twice");
                    }
                });
        return found;
    }

    private boolean isKnown(List<String> called) {
        return called.equals(ANYONE) || (!called.isEmpty() && roles.keySet().containsAll(called));
    }

    String page() {
        var page =
                new StringBuilder(
                        """
                        # Who may do what

                        Made from `event-contracts/src/main/resources/org/homeward/contracts/access.yaml` by the tests
                        of `event-contracts`; change the table there, then run
                        `./mvnw -pl event-contracts test -Dhomeward.write=true`.

                        A role says which calls a person may make. Whose records they reach is narrowed by the
                        organisation, the districts and the clearances in the token, inside the query: what is foreign
                        looks like what does not exist. Who has several roles opens what each of them opens alone, and no
                        more. For a partner who is sent somebody districts narrow nothing: a referral goes to the whole
                        organisation, wherever the person lives. What two people must do is a rule of the aggregate, and no
                        role is above it: it stands at the end.

                        No role reads on for work on a case when the person said no to it, took her yes back or let it run out
                        and no other yes of hers to `CASE_MANAGEMENT` is in force: her file, household, assessments, evidence
                        and referrals answer 403 `consent-missing`, also to break-glass (the partner of a referral sees that
                        there is one, and not who she is); in lists of files and candidates her row
                        is reduced to ids, version and `consentMissing`, her places have no rank, and in the household of another
                        she is her id and her relation, without figures of the household, which is corrected without touching
                        what else is known of her there. Until she was asked and has answered, her file is open: consent is
                        asked of somebody who is registered. In any case go on: her consents, what is recorded or corrected
                        without reading, her copy, her erasure, who read her file, a protection-officer's review of what a
                        story discloses, and an address for mail she agreed to.
                        In grant-service nothing is written of somebody who never agreed, so without a yes in force what was
                        written is closed in the same way: applications, their submissions, their review and what visits found in
                        full; while news of her consent may be under way it is 503. In lists of applications her row is
                        reduced to id, version, state and `consentMissing`; who names her is answered as of somebody for whom
                        nothing was applied, and recorded. A grant goes on with its items, its money and the one
                        word for each visit on which rent depends, for money must be accounted for; so do recording a visit, the
                        steps of its items, its closure, votes, sending back and rejecting: they show no word of hers.

                        | role | does | records of |
                        |---|---|---|
                        """);
        roles.forEach(
                (role, says) ->
                        page.append(
                                "| %s | %s | %s |\n"
                                        .formatted(
                                                role,
                                                says.get("does"),
                                                "own".equals(says.get("organisations"))
                                                        ? "its own organisation"
                                                        : "all organisations")));
        services.keySet().stream().sorted().forEach(service -> page.append(section(service)));
        return page.toString();
    }

    private String section(String service) {
        List<Endpoint> endpoints = services.getOrDefault(service, List.of());
        String rows =
                endpoints.stream()
                        .map(
                                endpoint ->
                                        "| `%s` | %s |\n"
                                                .formatted(
                                                        endpoint.call(),
                                                        endpoint.roles().equals(ANYONE)
                                                                ? "anyone, without a token"
                                                                : String.join(
                                                                        ", ", endpoint.roles())))
                        .collect(Collectors.joining());
        return "\n## "
                + service
                + "\n\n"
                + (rows.isEmpty() ? "No endpoints yet.\n" : "| call | roles |\n|---|---|\n" + rows);
    }
}
