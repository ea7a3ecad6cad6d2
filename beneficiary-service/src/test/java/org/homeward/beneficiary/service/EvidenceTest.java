package org.homeward.beneficiary.service;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.kit.sealing.KeyDestroyed;
import org.homeward.kit.test.Answer;
import org.homeward.kit.test.Images;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Scans and photographs about a person: in, sealed, and out to who may see them. */
class EvidenceTest {

    private final Staff worker = Staff.worker();
    private final Staff colleague = Staff.inEveryRole("colleague-of-worker", "umed");
    private final UUID person = Cases.registered(worker, Cases.somebody());
    private final String list = "/api/v1/beneficiaries/" + person + "/evidence";

    @Test
    void a_photograph_is_kept_without_metadata_sealed_and_given_out_as_a_file() {
        var added = add(Images.photograph(64, 32, 6));

        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        var content = worker.download(added.location());
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(Images.tellsThePlace(content.body())).isFalse();
        assertThat(Images.decoded(content.body()).getWidth()).isEqualTo(32);
        assertThat(content.headers().allValues("Content-Type")).containsExactly("image/jpeg");
        assertThat(content.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(content.headers().allValues("X-Content-Type-Options"))
                .containsExactly("nosniff");
        assertThat(content.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"" + added.id() + ".jpg\"");
        assertThat(Images.tellsThePlace(stored(added.id()))).isFalse();
        assertThat(new String(stored(added.id()), ISO_8859_1)).doesNotContain("JFIF");
        assertThat(new String(content.body(), ISO_8859_1)).contains("JFIF");
    }

    @Test
    void a_sheet_that_was_scanned_at_300_dpi_is_kept_whole() {
        var added = add(Images.scan(2480, 3508));

        assertThat(added.status()).as(added.toString()).isEqualTo(201);
        var kept = Images.decoded(worker.download(added.location()).body());
        assertThat(kept.getWidth()).isEqualTo(2480);
        assertThat(kept.getHeight()).isEqualTo(3508);
    }

    @Test
    void a_content_opens_with_the_key_of_its_person_and_its_own_and_in_its_own_place_only()
            throws Exception {
        var added = add(Images.scan(16, 16));
        var other = add(Images.scan(16, 16));

        var hers = RunningService.vault().key(person);
        var own = RunningService.vault().key(added.id());

        var inner = hers.decrypt(stored(added.id()), place(added.id()));
        assertThat(own.decrypt(inner, place(added.id())))
                .isEqualTo(worker.download(added.location()).body());
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> hers.decrypt(stored(added.id()), place(other.id())));
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> own.decrypt(stored(added.id()), place(added.id())));
        assertThatExceptionOfType(GeneralSecurityException.class)
                .isThrownBy(() -> own.decrypt(inner, place(other.id())));
    }

    private static byte[] place(UUID id) {
        return ("evidence_contents/" + id + "/2").getBytes(ISO_8859_1);
    }

    @Test
    void what_is_voided_is_read_by_nobody_and_that_it_was_there_stays() {
        var added = add(Images.scan(16, 16));
        var other = add(Images.scan(16, 16));
        assertThat(row(added).path("state").asString()).isEqualTo("KEPT");
        var hash = row(added).path("hash").asString();

        var voided = voidIt(added, "WRONG_PERSON");

        assertThat(voided.status()).as(voided.toString()).isEqualTo(200);
        var officer = Staff.in("protection-officer");
        for (var who : List.of(worker, officer)) {
            var content = who.read(added.location());
            assertThat(content.status()).as(content.toString()).isEqualTo(410);
            assertThat(content.problem()).isEqualTo("evidence-voided");
        }
        assertThat(reads(added.id())).isEmpty();
        assertThat(Database.isKeyDestroyed(added.id())).isTrue();
        assertThat(Database.stored("evidence_contents", new Document("_id", added.id()))).isEmpty();
        var row = row(added);
        assertThat(row.path("state").asString()).isEqualTo("VOIDED");
        assertThat(row.path("reason").asString()).isEqualTo("WRONG_PERSON");
        assertThat(row.path("kind").asString()).isEqualTo("PHOTOGRAPH");
        assertThat(row.path("hash").asString()).isEqualTo(hash);
        assertThat(row.path("addedBy").asString()).isEqualTo("worker-of-umed");
        assertThat(Database.changedFields(added.id(), 2)).contains("by", "at", "reason");
        assertThat(worker.download(other.location()).statusCode()).isEqualTo(200);
    }

    @Test
    void it_is_voided_once_as_it_was_seen_and_for_a_reason_that_is_a_word() {
        var added = add(Images.scan(16, 16));
        var path = voiding(added);
        var wrong = Map.of("reason", "WRONG_PERSON");

        assertThat(colleague.post(path, wrong).status()).isEqualTo(428);
        assertThat(colleague.ifMatch(7).post(path, wrong).status()).isEqualTo(412);
        assertThat(worker.ifMatch(1).post(path, wrong).problem()).isEqualTo("another-voids");
        assertThat(voidIt(added, "It is the passport of Zarifa").pointer()).isEqualTo("/reason");
        assertThat(voidIt(added, "BROUGHT_BACK").pointer()).isEqualTo("/reason");
        assertThat(worker.download(added.location()).statusCode()).isEqualTo(200);
        assertThat(voidIt(added, "UNREADABLE").status()).isEqualTo(200);
        var again = colleague.ifMatch(2).post(path, wrong);
        assertThat(again.json().path("state").asString()).isEqualTo("VOIDED");
    }

    @Test
    void an_old_back_up_of_the_data_and_the_newest_vault_give_nothing_of_what_was_voided() {
        var added = add(Images.scan(16, 16));
        var state = state(added.id());
        var contents = Database.stored("evidence_contents", new Document("_id", added.id()));
        assertThat(voidIt(added, "SHOWS_TOO_MUCH").status()).isEqualTo(200);

        Database.change("evidence", added.id(), "state", state);
        Database.add("evidence_contents", contents);
        var before = worker.read(added.location());
        var vault = RunningService.vault();
        vault.forget(added.id());
        assertThatExceptionOfType(KeyDestroyed.class).isThrownBy(() -> vault.key(added.id()));
        RunningService.startedAgain("Erase again whom an old back-up of the data brought back");

        assertThat(before.status()).as(before.toString()).isEqualTo(410);
        assertThat(Database.stored("evidence_contents", new Document("_id", added.id()))).isEmpty();
        assertThat(row(added).path("state").asString()).isEqualTo("VOIDED");
        assertThat(row(added).path("reason").asString()).isEqualTo("BROUGHT_BACK");
        assertThat(worker.read(added.location()).problem()).isEqualTo("evidence-voided");
        var version = row(added).path("version").asLong();
        RunningService.startedAgain("Erase again whom an old back-up of the data brought back");
        assertThat(row(added).path("version").asLong()).isEqualTo(version);
    }

    @Test
    void nothing_is_kept_again_by_the_name_of_what_was_voided() {
        var added = add(Images.scan(16, 16));
        assertThat(voidIt(added, "WRONG_PERSON").status()).isEqualTo(200);
        var body = new HashMap<>(body(Images.scan(16, 16)));
        body.put("id", added.id());

        var known = worker.post(list, body);
        Database.remove("evidence", new Document("_id", added.id()));
        var unknown = worker.post(list, body);

        assertThat(known.problem()).isEqualTo("already-exists");
        assertThat(unknown.problem()).isEqualTo("already-exists");
    }

    @Test
    void what_rests_on_it_stays_and_it_proves_nothing_more() {
        var form = add(Images.scan(16, 16));
        var hash = row(form).path("hash").asString();
        var agreed = agree(person, form.id(), hash);

        assertThat(voidIt(form, "WRONG_DOCUMENT").status()).isEqualTo(200);

        var consent = worker.read(agreed.location()).json();
        assertThat(consent.path("state").asString()).isEqualTo("GIVEN");
        assertThat(agree(person, form.id(), hash).pointer()).isEqualTo("/evidenceItem");
    }

    @Test
    void a_hold_on_her_file_keeps_nobody_from_voiding_and_she_is_told_of_it() {
        var programme = Selections.opened(Cases.DISTRICT);
        OtherServices.closed(OtherServices.granted(person, programme));
        var until = Selections.today().plusDays(30).toString();
        var hold =
                Selections.manager()
                        .post(
                                "/api/v1/programmes/" + programme + "/legal-holds",
                                Map.of("reason", "DONOR_AUDIT", "until", until));
        assertThat(hold.status()).as(hold.toString()).isEqualTo(201);
        var added = add(Images.scan(16, 16));

        assertThat(voidIt(added, "WRONG_PERSON").status()).isEqualTo(200);

        var told =
                worker.with("Homeward-Purpose", "portability")
                        .get("/api/v1/beneficiaries/" + person + "/export?language=en");
        assertThat(told.body()).contains("Voided").doesNotContain("Kept");
    }

    private Answer voidIt(Answer added, String reason) {
        return colleague.ifMatch(1).post(voiding(added), Map.of("reason", reason));
    }

    private static String voiding(Answer added) {
        return "/api/v1/evidence/" + added.id() + "/voiding";
    }

    private JsonNode row(Answer added) {
        return worker.read(list)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(added.id().toString()))
                .findAny()
                .orElseThrow();
    }

    private static Document state(UUID id) {
        return Database.stored("evidence", new Document("_id", id))
                .getFirst()
                .get("state", Document.class);
    }

    @Test
    void who_read_a_content_is_written_down_before_the_first_byte() {
        var added = add(Images.scan(16, 16));

        assertThat(worker.get(added.location()).problem()).isEqualTo("purpose-required");
        assertThat(reads(added.id())).isEmpty();
        assertThat(worker.download(added.location()).statusCode()).isEqualTo(200);

        assertThat(reads(added.id())).hasSize(1);
        assertThat(reads(added.id()).getFirst().getList("records", UUID.class)).contains(person);
    }

    @Test
    void foreign_evidence_looks_like_what_does_not_exist() {
        var added = add(Images.scan(16, 16));
        var foreign = Staff.workerOf("hamdasti", "*");

        assertThat(foreign.read(added.location()).status()).isEqualTo(404);
        assertThat(foreign.read(added.location()).withoutIds())
                .isEqualTo(
                        foreign.read("/api/v1/evidence/" + UUID.randomUUID() + "/content")
                                .withoutIds());
        assertThat(foreign.read(list).status()).isEqualTo(404);
        assertThat(foreign.post(list, body(Images.scan(16, 16))).status()).isEqualTo(404);
        assertThat(reads(added.id())).isEmpty();
    }

    @Test
    void what_is_no_jpeg_or_png_is_refused_whatever_it_is_called() {
        var page = "<script>alert(1)</script>".getBytes(ISO_8859_1);
        var notBase64 = new HashMap<>(body(page));
        notBase64.put("content", "§§§");

        assertThat(add(page).pointer()).isEqualTo("/content");
        assertThat(add(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}).pointer())
                .isEqualTo("/content");
        assertThat(worker.post(list, notBase64).pointer()).isEqualTo("/content");
        assertThat(add(new byte[4 * 1024 * 1024 + 10]).pointer()).isEqualTo("/content");
        assertThat(worker.read(list).json().path("items").size()).isZero();
    }

    @Test
    void a_pdf_is_refused_for_what_it_may_hold_beside_its_pages() {
        var pdf = "%PDF-1.7\n1 0 obj\n<< /Author (Zarifa) >>\nendobj\n%%EOF\n";

        assertThat(add(pdf.getBytes(ISO_8859_1)).pointer()).isEqualTo("/content");
    }

    @Test
    void nothing_is_unpacked_for_who_may_not_add_it() {
        var foreign = Staff.workerOf("hamdasti", "*");

        var answer = foreign.post(list, body("no image".getBytes(ISO_8859_1)));

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void a_consent_names_the_scan_of_its_form_when_it_is_hers_and_the_same() {
        var form = add(Images.scan(16, 16)).id();
        var hash = worker.read(list).json().path("items").path(0).path("hash").asString();
        var other = Cases.registered(worker, Cases.somebody());

        assertThat(agree(other, form, hash).pointer()).isEqualTo("/evidenceItem");
        assertThat(agree(person, form, "b".repeat(64)).pointer()).isEqualTo("/evidenceItem");
        assertThat(agree(person, UUID.randomUUID(), hash).pointer()).isEqualTo("/evidenceItem");
        var agreed = agree(person, form, hash);
        assertThat(agreed.status()).as(agreed.toString()).isEqualTo(200);
    }

    private Answer agree(UUID who, UUID item, String hash) {
        var consent = Cases.asked(worker, who, "RESEARCH");
        return worker.ifMatch(1)
                .post(
                        "/api/v1/consents/" + consent + "/agreement",
                        Map.of("way", "SIGNED_FORM", "evidence", hash, "evidenceItem", item));
    }

    private Answer add(byte[] content) {
        return worker.post(list, body(content));
    }

    private static Map<String, Object> body(byte[] content) {
        return Map.of("kind", "PHOTOGRAPH", "content", Base64.getEncoder().encodeToString(content));
    }

    private static byte[] stored(UUID id) {
        return Database.stored("evidence_contents", new Document("_id", id))
                .getFirst()
                .get("sealed", Binary.class)
                .getData();
    }

    private static List<Document> reads(UUID id) {
        return Database.stored("access", new Document("records", id));
    }
}
