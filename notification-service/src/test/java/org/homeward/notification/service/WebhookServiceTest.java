package org.homeward.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.notification.service.Partner.WEBHOOKS;
import static org.homeward.notification.service.Waiting.mail;
import static org.homeward.notification.service.Waiting.soon;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.bson.types.Binary;
import org.homeward.contracts.beneficiary.HouseholdJoined;
import org.homeward.contracts.notification.WebhookPauseReason;
import org.homeward.contracts.notification.WebhookPaused;
import org.homeward.contracts.story.StoryRetracted;
import org.homeward.kit.test.Catalogued;
import org.homeward.kit.test.NeighbourEvents;
import org.homeward.notification.service.Receiver.Post;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookServiceTest {

    private static final String PUBLISHED = "homeward.story.published.v1";
    private static final String RETRACTED = "homeward.story.retracted.v1";
    private static final String GRANTED = "homeward.grant.approved.v1";
    private static final String JOINED = "homeward.household.joined.v1";

    private final Colleague administrator = Colleague.in("administrator");

    @Test
    void every_kind_of_problem_is_in_the_published_catalogue() {
        assertThat(Catalogued.missing("org.homeward.notification", RunningService.problems()))
                .isEmpty();
    }

    @Test
    void a_partner_is_posted_the_public_event_signed_with_its_attributes() {
        try (var partner = Partner.wanting(RETRACTED, GRANTED)) {
            var grant = Cases.approved(Cases.registered(Cases.organisation()));

            var post = partner.post(grant.grant());

            assertThat(post.isSignedBy(partner.secret())).isTrue();
            var event = post.json();
            assertThat(event.path("specversion").asString()).isEqualTo("1.0");
            assertThat(event.path("type").asString()).isEqualTo(GRANTED);
            assertThat(event.path("source").asString()).isEqualTo("/grant/" + grant.grant());
            assertThat(event.path("sequence").asString()).isEqualTo("00000000000000000001");
            assertThat(Instant.parse(event.path("time").asString())).isBefore(Instant.now());
            assertThat(event.path("data").path("amount").path("amount").asString())
                    .isEqualTo("8100.50");
            assertThat(event.path("data").path("district").asString()).isEqualTo(Cases.DISTRICT);
            soon().untilAsserted(
                            () ->
                                    assertThat(partner.deliveries())
                                            .filteredOn(
                                                    one ->
                                                            one.path("id")
                                                                    .asString()
                                                                    .equals(post.id()))
                                            .singleElement()
                                            .matches(
                                                    one ->
                                                            one.path("state")
                                                                            .asString()
                                                                            .equals("DELIVERED")
                                                                    && one.path("about")
                                                                            .asString()
                                                                            .equals(GRANTED)));
            assertThat(Topics.about(UUID.fromString(post.id()))).isEmpty();
        }
    }

    @Test
    void nobody_is_posted_what_she_did_not_want() {
        try (var partner = Partner.wanting(RETRACTED)) {
            // of one story: what is not wanted is heard of first
            var story = Cases.published();
            NeighbourEvents.tell("story", story, new StoryRetracted(story));

            partner.post(story);
            assertThat(partner.receiver().posts()).hasSize(1);
            assertThat(partner.deliveries()).hasSize(1);
        }
    }

    @Test
    void what_is_not_taken_is_posted_again_with_the_same_id_until_it_is() {
        try (var partner = Partner.wanting(RETRACTED)) {
            partner.receiver().answers(503);
            var story = Cases.retracted();
            soon().until(() -> partner.receiver().posts(story).size() >= 2);

            partner.receiver().answers(200);

            partner.deliveriesAre("DELIVERED", 1);
            assertThat(partner.receiver().posts(story))
                    .extracting(Post::id)
                    .containsOnly(partner.post(story).id());
            assertThat(partner.receiver().posts(story))
                    .allMatch(post -> post.isSignedBy(partner.secret()));
            soon().until(() -> partner.view().path("failingSince").isNull());
        }
    }

    @Test
    void until_it_is_confirmed_it_is_posted_nothing_and_what_happened_before_is_not_afterwards() {
        try (var partner = Partner.unconfirmed(RETRACTED);
                var witness = Partner.wanting(RETRACTED)) {
            assertThat(partner.view().path("state").asString()).isEqualTo("UNCONFIRMED");
            var before = Cases.retracted();
            witness.post(before);

            assertThat(partner.isConfirmed().status()).isEqualTo(200);

            assertThat(partner.view().path("state").asString()).isEqualTo("ACTIVE");
            partner.post(Cases.retracted());
            assertThat(partner.receiver().posts(before)).isEmpty();
            assertThat(partner.deliveries()).hasSize(1);
            assertThat(partner.isConfirmed().problem()).isEqualTo("state-conflict");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "resumption", "replay"})
    void nothing_else_stands_for_a_confirmation(String command) {
        try (var partner = Partner.unconfirmed(RETRACTED)) {
            var now = Instant.now();

            var refused = partner.does(command, Map.of("from", now, "to", now.plusSeconds(1)));

            assertThat(refused.problem()).isEqualTo("state-conflict");
            assertThat(refused.json().path("state").asString()).isEqualTo("UNCONFIRMED");
            assertThat(partner.view().path("state").asString()).isEqualTo("UNCONFIRMED");
        }
    }

    @Test
    void who_confirms_it_sees_the_address_and_no_secret() {
        try (var partner = Partner.unconfirmed(RETRACTED)) {
            var officer = Colleague.in("data-protection-officer");

            for (var path : List.of(WEBHOOKS, WEBHOOKS + "/" + partner.id())) {
                var shown = officer.get(path);
                assertThat(shown.body())
                        .contains(partner.receiver().url())
                        .doesNotContain("whsec_");
            }
            var confirmation = WEBHOOKS + "/" + partner.id() + "/confirmation";
            assertThat(officer.post(confirmation).status()).isEqualTo(428);
            assertThat(officer.with("If-Match", "\"7\"").post(confirmation).status())
                    .isEqualTo(412);
        }
    }

    @Test
    void a_secret_is_shown_once_and_kept_sealed() {
        try (var receiver = new Receiver()) {
            var repeating =
                    administrator.with("Idempotency-Key", "\"register-" + UUID.randomUUID() + "\"");
            var body = Map.of("url", receiver.url(), "events", List.of(RETRACTED));

            var first = repeating.post(WEBHOOKS, body);
            var second = repeating.post(WEBHOOKS, body);

            assertThat(first.status()).isEqualTo(201);
            var secret = first.json().path("secret").asString();
            assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
            assertThat(second.status()).isEqualTo(201);
            assertThat(second.json().path("id")).isEqualTo(first.json().path("id"));
            assertThat(second.json().path("secret").isNull()).isTrue();
            var path = first.location();
            assertThat(administrator.get(path).body())
                    .contains(receiver.url())
                    .doesNotContain("whsec_");
            assertThat(Stored.everything())
                    .isNotEmpty()
                    .doesNotContain(secret.substring(6), "token=t-" + receiver.port());
            administrator.with("If-Match", "\"1\"").post(path + "/removal");
        }
    }

    @Test
    void after_a_rotation_both_secrets_sign() {
        try (var partner = Partner.wanting(RETRACTED)) {
            var rotated = partner.does("rotation");
            assertThat(rotated.status()).isEqualTo(200);
            var secret = rotated.json().path("secret").asString();

            var post = partner.post(Cases.retracted());

            assertThat(secret).isNotEqualTo(partner.secret());
            assertThat(post.isSignedBy(secret)).isTrue();
            assertThat(post.isSignedBy(partner.secret())).isTrue();
            assertThat(partner.view().path("replaced")).hasSize(1);
        }
    }

    @Test
    void a_secret_that_leaked_ends_at_once_and_who_ended_it_is_on_record() {
        try (var partner = Partner.wanting(RETRACTED)) {
            partner.does("rotation");

            var revoked = partner.does("revocation");

            assertThat(revoked.status()).as("%s", revoked.status()).isEqualTo(200);
            var secret = revoked.json().path("secret").asString();
            var post = partner.post(Cases.retracted());
            assertThat(post.isSignedBy(secret)).isTrue();
            assertThat(post.signature()).doesNotContain(" ");
            assertThat(post.isSignedBy(partner.secret())).isFalse();
            assertThat(partner.view().path("replaced")).isEmpty();
            assertThat(Stored.changesOf(partner.id()))
                    .anyMatch(
                            change ->
                                    change.matches(
                                            "administrator-.* POST .*/webhooks/.*/revocation"));
        }
    }

    @Test
    void what_waited_for_days_while_it_was_paused_is_tried_for_days_again() {
        try (var partner = Partner.wanting(RETRACTED)) {
            partner.does("pause");
            Cases.retracted();
            partner.deliveriesAre("QUEUED", 1);
            partner.hasWaitedSince(Instant.now().minus(Duration.ofDays(30)));
            partner.receiver().answers(503);

            partner.does("resumption");
            soon().until(() -> !partner.view().path("failingSince").isNull());

            partner.receiver().answers(200);
            partner.isTriedNow();
            partner.deliveriesAre("DELIVERED", 1);
        }
    }

    /** Once its record can't be read, once only what that seals. */
    @ParameterizedTest
    @ValueSource(strings = {"state.since", "state.endpoint.url"})
    void what_waited_while_it_was_paused_is_not_given_up_for_a_trouble_of_ours(String field) {
        try (var partner = Partner.wanting(RETRACTED)) {
            partner.does("pause");
            var story = Cases.retracted();
            partner.deliveriesAre("QUEUED", 1);
            partner.hasWaitedSince(Instant.now().minus(Duration.ofDays(30)));
            partner.isTriedFrom(Instant.now().plusSeconds(3600));
            partner.does("resumption");

            var readable = partner.replaced(field, new Binary(new byte[] {9}));
            partner.isTriedNow();
            assertThat(partner.afterAnAttempt().path("state").asString()).isEqualTo("QUEUED");
            assertThat(partner.receiver().posts()).isEmpty();

            partner.replaced(field, readable);
            partner.isTriedNow();
            partner.deliveriesAre("DELIVERED", 1);
            assertThat(partner.post(story).isSignedBy(partner.secret())).isTrue();
        }
    }

    @Test
    void while_it_is_paused_it_is_posted_nothing_and_afterwards_all() {
        try (var partner = Partner.wanting(RETRACTED)) {
            assertThat(partner.does("pause").status()).isEqualTo(200);
            var state = partner.view();
            assertThat(state.path("state").asString()).isEqualTo("PAUSED");
            assertThat(state.path("reason").asString()).isEqualTo("BY_ADMINISTRATOR");
            var story = Cases.retracted();
            partner.deliveriesAre("QUEUED", 1);
            try (var witness = Partner.wanting(RETRACTED)) {
                witness.post(Cases.retracted());
            }
            assertThat(partner.receiver().posts()).isEmpty();

            assertThat(partner.does("pause").problem()).isEqualTo("state-conflict");
            assertThat(partner.does("resumption").status()).isEqualTo(200);

            assertThat(partner.post(story).isSignedBy(partner.secret())).isTrue();
            partner.deliveriesAre("DELIVERED", 2);
            assertThat(partner.does("resumption").problem()).isEqualTo("state-conflict");
        }
    }

    @Test
    void who_takes_nothing_for_days_is_paused_and_it_is_told() {
        try (var partner = Partner.wanting(RETRACTED)) {
            partner.receiver().answers(500);
            var story = Cases.retracted();
            soon().until(() -> !partner.view().path("failingSince").isNull());

            partner.hasFailedSince(Instant.now().minus(Duration.ofDays(3)));
            soon().until(
                            () -> {
                                partner.isTriedNow();
                                return partner.view().path("state").asString().equals("PAUSED");
                            });

            assertThat(partner.view().path("reason").asString()).isEqualTo("FAILING");
            assertTold(partner, WebhookPauseReason.FAILING);
            partner.receiver().answers(200);
            assertThat(partner.does("resumption").status()).isEqualTo(200);
            partner.isTriedNow();
            partner.deliveriesAre("DELIVERED", 1);
            assertThat(partner.receiver().posts(story))
                    .hasSizeGreaterThan(1)
                    .extracting(Post::id)
                    .containsOnly(partner.post(story).id());
        }
    }

    @Test
    void who_is_gone_for_good_is_paused_at_once() {
        try (var partner = Partner.wanting(RETRACTED)) {
            partner.receiver().answers(410);
            Cases.retracted();

            soon().until(() -> partner.view().path("state").asString().equals("PAUSED"));

            assertThat(partner.view().path("reason").asString()).isEqualTo("GONE");
            assertTold(partner, WebhookPauseReason.GONE);
            partner.deliveriesAre("QUEUED", 1);
        }
    }

    private static void assertTold(Partner partner, WebhookPauseReason reason) {
        soon().untilAsserted(
                        () ->
                                assertThat(Topics.about(partner.id()))
                                        .containsExactly(new WebhookPaused(partner.id(), reason)));
    }

    @Test
    void a_period_is_posted_once_more_with_the_same_ids() {
        try (var partner = Partner.wanting(RETRACTED)) {
            var noon = Instant.parse("2026-02-01T07:00:00Z");
            var before = Cases.retracted(noon.minusMillis(1));
            var stories = IntStream.range(0, 60).mapToObj(i -> Cases.retracted(noon)).toList();
            var after = Cases.retracted(noon.plusSeconds(60));
            soon().until(() -> partner.delivered() == stories.size() + 2);

            var replay = partner.does("replay", Map.of("from", noon, "to", noon.plusSeconds(60)));

            assertThat(replay.status()).as("%s", replay).isEqualTo(200);
            soon().untilAsserted(
                            () ->
                                    assertThat(partner.receiver().posts())
                                            .hasSize(2 + 2 * stories.size()));
            assertThat(stories)
                    .allSatisfy(
                            story ->
                                    assertThat(partner.receiver().posts(story))
                                            .hasSize(2)
                                            .extracting(Post::id)
                                            .containsOnly(partner.post(story).id()));
            assertThat(partner.receiver().posts(before)).hasSize(1);
            assertThat(partner.receiver().posts(after)).hasSize(1);
            soon().until(() -> partner.view().path("replaying").isNull());
        }
    }

    @Test
    void of_who_was_erased_nothing_that_names_her_is_posted_any_more_nor_once_more() {
        var begin = Instant.now();
        var person = UUID.randomUUID();
        try (var partner = Partner.wanting(JOINED, RETRACTED)) {
            joins(person);
            partner.deliveriesAre("DELIVERED", 1);
            partner.does("pause");
            joins(person);
            soon().until(() -> partner.deliveries().size() == 2);

            Cases.erases(person);

            soon().until(() -> Stored.isErased(person));
            soon().untilAsserted(
                            () ->
                                    assertThat(
                                                    partner.deliveries()
                                                            .getFirst()
                                                            .path("reason")
                                                            .asString())
                                            .isEqualTo("PERSON_ERASED"));
            joins(person);
            var story = Cases.retracted();
            soon().until(() -> partner.deliveries().size() == 4);
            partner.does("resumption");
            partner.post(story);
            soon().until(partner::isDoneWithAll);
            partner.does("replay", Map.of("from", begin, "to", Instant.now().plusSeconds(60)));
            soon().until(() -> partner.receiver().posts(story).size() == 2);
            soon().until(
                            () ->
                                    partner.view().path("replaying").isNull()
                                            && partner.isDoneWithAll());
            assertThat(partner.receiver().posts(person)).hasSize(1);
            assertThat(partner.deliveries())
                    .extracting(one -> one.path("state").asString())
                    .as("what was posted before stays as it was")
                    .containsExactlyInAnyOrder(
                            "DELIVERED", "SUPPRESSED", "SUPPRESSED", "DELIVERED");
        }
    }

    private static void joins(UUID person) {
        var household = UUID.randomUUID();
        NeighbourEvents.tell("household", household, new HouseholdJoined(household, person));
    }

    @Test
    void one_that_hangs_delays_nobody_else() {
        var over = new CountDownLatch(1);
        try (var slow = Partner.wanting(RETRACTED);
                var quick = Partner.wanting(RETRACTED)) {
            slow.receiver().answers(call -> hang(over));
            var editor = Colleague.in("story-editor").subscribed("en", "STORY_RETRACTED");
            var stories = IntStream.range(0, 5).mapToObj(i -> Cases.retracted()).toList();
            soon().until(() -> !slow.receiver().posts().isEmpty());

            for (var story : stories) {
                quick.post(story);
                mail(editor, story);
            }

            assertThat(slow.deliveries())
                    .hasSize(5)
                    .allMatch(one -> one.path("state").asString().equals("QUEUED"));
            over.countDown();
        }
    }

    private static void hang(CountDownLatch over) {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void what_is_removed_is_gone_with_its_address_and_what_was_queued_for_it() {
        var partner = Partner.wanting(RETRACTED);
        partner.does("pause");
        Cases.retracted();
        partner.deliveriesAre("QUEUED", 1);

        partner.close();

        assertThat(administrator.get(WEBHOOKS + "/" + partner.id()).status()).isEqualTo(404);
        assertThat(administrator.get(WEBHOOKS).body()).doesNotContain(partner.id().toString());
        var suppressed = partner.deliveriesAre("SUPPRESSED", 1).getFirst();
        assertThat(suppressed.path("reason").asString()).isEqualTo("NOT_SUBSCRIBED");
        var witness = Colleague.in("story-editor").subscribed("en", "STORY_RETRACTED");
        mail(witness, Cases.retracted());
        assertThat(partner.deliveries()).hasSize(1);
        assertThat(partner.receiver().posts()).isEmpty();
        assertThat(
                        administrator
                                .with("If-Match", "\"4\"")
                                .post(WEBHOOKS + "/" + partner.id() + "/resumption")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void one_that_is_there_again_after_a_restore_says_for_good_that_its_address_was_destroyed() {
        var partner = Partner.unconfirmed(RETRACTED);
        var webhook = WEBHOOKS + "/" + partner.id();
        // the vault knows of a removal that the data does not
        RunningService.destroyKey(partner.id());

        var answer = administrator.get(webhook);

        assertThat(answer.status()).as("%s", answer).isEqualTo(410);
        assertThat(answer.problem()).isEqualTo("record-destroyed");
        assertThat(answer.header("Retry-After")).isEmpty();
        var removed = administrator.with("If-Match", "\"1\"").post(webhook + "/removal");
        assertThat(removed.status()).as("%s", removed).isEqualTo(200);
        assertThat(administrator.get(webhook).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/",
                "https://10.0.0.1/",
                "https://169.254.169.254/",
                "https://localhost:9200/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://user:word@127.0.0.1/",
                "nonsense"
            })
    void an_address_that_leads_inside_is_not_registered(String url) {
        var answer = Partner.register(url, PUBLISHED);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("invalid-body");
        assertThat(answer.json().path("violations").path(0).path("pointer").asString())
                .isEqualTo("/url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "homeward.consent.withdrawn.v1",
                "homeward.consent.given.v1",
                "homeward.notification.delivered.v1",
                "homeward.webhook.paused.v1",
                "homeward.story.published.v2",
                "*"
            })
    void what_is_not_public_or_not_there_can_not_be_wanted(String type) {
        var answer = Partner.register("https://127.0.0.1/", PUBLISHED, type);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("violations").path(0).path("pointer").asString())
                .isEqualTo("/events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rotation", "revocation", "pause", "resumption", "removal"})
    void a_change_is_made_on_the_version_that_was_seen(String command) {
        try (var partner = Partner.wanting(RETRACTED)) {
            var path = WEBHOOKS + "/" + partner.id() + "/" + command;

            assertThat(administrator.post(path).status()).isEqualTo(428);
            assertThat(administrator.with("If-Match", "\"7\"").post(path).status()).isEqualTo(412);
        }
    }

    @Test
    void a_period_ends_after_it_begins_and_one_is_replayed_at_a_time() {
        try (var partner = Partner.wanting(RETRACTED)) {
            var now = Instant.now();

            assertThat(partner.does("replay", Map.of("from", now, "to", now)).status())
                    .isEqualTo(400);
            partner.does("pause");
            assertThat(
                            partner.does("replay", Map.of("from", now, "to", now.plusSeconds(1)))
                                    .problem())
                    .isEqualTo("state-conflict");
        }
    }
}
