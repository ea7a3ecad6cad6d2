package org.homeward.beneficiary.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.homeward.kit.test.DatabaseCommands;
import org.junit.jupiter.api.Test;

/** After a no, nothing of the purpose is in force, whichever of her consents was on the screen. */
class SheSaidNoTest {

    private final Staff worker = Staff.worker();
    private final Staff sender =
            Staff.in("service-notification").with("Homeward-Purpose", "contact");

    @Test
    void a_withdrawal_ends_every_consent_of_the_purpose_and_the_mail_stops() {
        var person = Cases.registered(worker, Cases.somebody());
        var first = Cases.given(worker, person, "CONTACT_BY_EMAIL");
        var second = Cases.given(worker, person, "CONTACT_BY_EMAIL");
        var open = Cases.asked(worker, person, "CONTACT_BY_EMAIL");
        var other = Cases.given(worker, person, "CASE_MANAGEMENT");
        assertThat(mail(person)).isEqualTo(200);

        assertThat(worker.post(path(second) + "/withdrawal", null).status()).isEqualTo(200);

        assertThat(mail(person)).isEqualTo(409);
        assertThat(state(first)).isEqualTo("WITHDRAWN");
        assertThat(state(open)).isEqualTo("WITHDRAWN");
        assertThat(state(other)).isEqualTo("GIVEN");
        assertThat(Database.consentsInEvents("homeward.consent.withdrawn.v1", person))
                .containsExactlyInAnyOrder(first, second, open);
    }

    @Test
    void a_refusal_ends_an_older_yes() {
        var person = Cases.registered(worker, Cases.somebody());
        var yes = Cases.given(worker, person, "CONTACT_BY_EMAIL");
        var asked = Cases.asked(worker, person, "CONTACT_BY_EMAIL");

        assertThat(worker.ifMatch(1).post(path(asked) + "/refusal", null).status()).isEqualTo(200);

        assertThat(state(yes)).isEqualTo("WITHDRAWN");
        assertThat(state(asked)).isEqualTo("REFUSED");
        assertThat(mail(person)).isEqualTo(409);
    }

    @Test
    void a_new_request_after_a_no_can_be_agreed_to() {
        var person = Cases.registered(worker, Cases.somebody());
        var consent = Cases.given(worker, person, "CONTACT_BY_EMAIL");
        worker.post(path(consent) + "/withdrawal", null);

        Cases.given(worker, person, "CONTACT_BY_EMAIL");

        assertThat(mail(person)).isEqualTo(200);
    }

    @Test
    void withdrawals_of_several_at_once_all_succeed() throws Exception {
        var person = Cases.registered(worker, Cases.somebody());
        var consents =
                IntStream.range(0, 6)
                        .mapToObj(_ -> Cases.given(worker, person, "CONTACT_BY_EMAIL"))
                        .toList();
        var ready = new CountDownLatch(consents.size());

        try (var threads = Executors.newFixedThreadPool(consents.size())) {
            var answers =
                    consents.stream()
                            .map(
                                    consent ->
                                            threads.submit(
                                                    () -> {
                                                        ready.countDown();
                                                        ready.await();
                                                        return worker.post(
                                                                        path(consent)
                                                                                + "/withdrawal",
                                                                        null)
                                                                .status();
                                                    }))
                            .toList();
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }

        assertThat(consents).allMatch(consent -> state(consent).equals("WITHDRAWN"));
        assertThat(mail(person)).isEqualTo(409);
    }

    @Test
    void sharing_names_the_partner_and_nothing_else_does() {
        var person = Cases.registered(worker, Cases.somebody());
        var path = "/api/v1/beneficiaries/" + person + "/consents";

        var nobody = worker.post(path, ask("SHARING_WITH_PARTNER"));
        var somebody = worker.post(path, ask("RESEARCH", "partner", "madad"));
        var named = worker.post(path, ask("SHARING_WITH_PARTNER", "partner", "madad"));

        assertThat(nobody.status()).isEqualTo(400);
        assertThat(nobody.pointer()).isEqualTo("/partner");
        assertThat(somebody.pointer()).isEqualTo("/partner");
        assertThat(worker.read(path(named.id())).json().path("partner").asString())
                .isEqualTo("madad");
    }

    @Test
    void sharing_with_one_partner_is_ended_without_the_other() {
        var person = Cases.registered(worker, Cases.somebody());
        var path = "/api/v1/beneficiaries/" + person + "/consents";
        var one = worker.post(path, ask("SHARING_WITH_PARTNER", "partner", "madad")).id();
        var two = worker.post(path, ask("SHARING_WITH_PARTNER", "partner", "shelter")).id();

        worker.post(path(one) + "/withdrawal", null);

        assertThat(state(two)).isEqualTo("REQUESTED");
    }

    /** As many calls of the database as it takes where there is nothing else. */
    @Test
    void thousands_that_are_over_or_of_another_matter_do_not_hold_up_a_withdrawal() {
        var alone = Cases.registered(worker, Cases.somebody());
        var among = Cases.registered(worker, Cases.somebody());
        var over = shared(among, "madad");
        assertThat(worker.post(path(over) + "/withdrawal", null).status()).isEqualTo(200);
        Cases.like(over, 2_000);
        var older = shared(among, "madad");
        var newer = shared(among, "madad");
        Cases.like(shared(among, "shelter"), 2_000);
        shared(alone, "madad");

        var few = withdrawal(shared(alone, "madad"));
        var many = withdrawal(newer);

        assertThat(List.of(few.answer(), many.answer())).containsOnly(200);
        assertThat(many.commands()).isNotEmpty().isEqualTo(few.commands());
        assertThat(state(older)).isEqualTo("WITHDRAWN");
    }

    @Test
    void what_stands_of_one_purpose_is_bounded_and_a_no_makes_room() {
        var person = Cases.registered(worker, Cases.somebody());
        var consents = "/api/v1/beneficiaries/" + person + "/consents";
        var first = Cases.asked(worker, person, "CONTACT_BY_EMAIL");
        Cases.like(first, 48);
        var fiftieth = Cases.given(worker, person, "CONTACT_BY_EMAIL");

        var more = worker.post(consents, ask("CONTACT_BY_EMAIL"));

        assertThat(more.status()).isEqualTo(409);
        assertThat(more.problem()).isEqualTo("asked-enough");
        assertThat(more.json().path("purpose").asString()).isEqualTo("CONTACT_BY_EMAIL");
        assertThat(worker.post(consents, ask("RESEARCH")).status()).isEqualTo(201);
        assertThat(worker.post(path(first) + "/withdrawal", null).status()).isEqualTo(200);
        assertThat(state(fiftieth)).isEqualTo("WITHDRAWN");
        assertThat(worker.post(consents, ask("CONTACT_BY_EMAIL")).status()).isEqualTo(201);
    }

    @Test
    void a_yes_whose_last_day_is_over_takes_no_room() {
        var person = Cases.registered(worker, Cases.somebody());
        var consents = "/api/v1/beneficiaries/" + person + "/consents";
        var given = Cases.given(worker, person, "CONTACT_BY_EMAIL");
        Database.change(
                "consents", given, "state.validUntil", Selections.today().plusDays(1).toString());
        Cases.like(given, 49);
        assertThat(worker.post(consents, ask("CONTACT_BY_EMAIL")).status()).isEqualTo(409);

        Database.change(
                "consents", given, "state.validUntil", Selections.today().minusDays(1).toString());

        assertThat(worker.post(consents, ask("CONTACT_BY_EMAIL")).status()).isEqualTo(201);
    }

    private UUID shared(UUID person, String partner) {
        return worker.post(
                        "/api/v1/beneficiaries/" + person + "/consents",
                        ask("SHARING_WITH_PARTNER", "partner", partner))
                .id();
    }

    private DatabaseCommands.Watched<Integer> withdrawal(UUID consent) {
        return DatabaseCommands.during(
                () -> worker.post(path(consent) + "/withdrawal", null).status());
    }

    private int mail(UUID person) {
        return sender.get("/internal/v1/contacts/" + person + "/email").status();
    }

    private String state(UUID consent) {
        return worker.read(path(consent)).json().path("state").asString();
    }

    private static String path(UUID consent) {
        return "/api/v1/consents/" + consent;
    }

    private static Map<String, Object> ask(String purpose, String... more) {
        var body = new java.util.HashMap<String, Object>();
        body.put("purpose", purpose);
        body.put("language", "tg");
        body.put("textVersion", "2026-1");
        for (int i = 0; i < more.length; i += 2) {
            body.put(more[i], more[i + 1]);
        }
        return body;
    }
}
