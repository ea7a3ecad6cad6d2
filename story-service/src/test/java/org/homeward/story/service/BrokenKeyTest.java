package org.homeward.story.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.story.service.Newsroom.path;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.homeward.kit.journal.Journal;
import org.homeward.kit.sealing.KeyVault;
import org.homeward.story.service.Newsroom.Paper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** What is seen of one story whose key is missing, does not fit, or was destroyed elsewhere. */
@ServiceTest
class BrokenKeyTest {

    private final String whole = "Whole " + UUID.randomUUID();
    private final String broken = "Broken " + UUID.randomUUID();
    private final Newsroom newsroom;
    private final Web reader;
    private final Vault vault;
    private final MeterRegistry meters;

    BrokenKeyTest(
            @LocalServerPort int port,
            @Autowired MongoDatabaseFactory mongo,
            @Autowired KeyVault opened,
            @Autowired Journal journal,
            @Autowired MeterRegistry meters) {
        this.newsroom = new Newsroom(port);
        this.reader = Web.reader(port);
        this.vault = new Vault(mongo, opened, journal);
        this.meters = meters;
    }

    @AfterEach
    void mend() {
        vault.mend();
    }

    static Stream<Named<BiConsumer<Vault, UUID>>> ways() {
        return Stream.of(Named.of("broken", Vault::breakKey), Named.of("missing", Vault::loseKey));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void the_list_goes_on_without_it_and_says_so_and_it_is_one_alarm(BiConsumer<Vault, UUID> way) {
        publish(whole);
        way.accept(vault, publish(broken).id());
        double before = alarms();

        var list = reader.get("/en", "Accept", "text/html");

        assertThat(list.status()).as(list.body()).isEqualTo(200);
        assertThat(list.body())
                .contains(whole)
                .doesNotContain(broken)
                .contains("cannot show some of the stories");
        assertThat(alarms()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/en/rss.xml", "/en/atom.xml"})
    void feeds_go_on_without_it(String feed) {
        publish(whole);
        vault.breakKey(publish(broken).id());

        var answer = reader.get(feed);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains(whole).doesNotContain(broken);
    }

    @Test
    void the_site_has_words_of_its_own_where_those_of_the_mission_can_not_be_opened() {
        var about = newsroom.finished("PAGE", broken, Map.of("standsAt", "ABOUT"));
        newsroom.publish(about);
        assertThat(reader.get("/en/about").body()).contains(broken);
        vault.breakKey(about.id());

        var answer = reader.get("/en/about");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).doesNotContain(broken);
    }

    @Test
    void the_story_itself_is_a_failure_that_says_so_and_nothing_of_the_inside() {
        var paper = publish(broken);
        var page = newsroom.page(paper);
        vault.breakKey(paper.id());

        var browser = reader.get("/en" + page, "Accept", "text/html", "Accept-Language", "en");
        var program = reader.get("/en" + page);
        var staff = newsroom.read(newsroom.lead(), paper);

        assertThat(browser.status()).isEqualTo(500);
        assertThat(browser.body()).contains("Not available right now").doesNotContain(broken);
        assertThat(program.status()).isEqualTo(500);
        assertThat(program.problem()).isEqualTo("record-unreadable");
        assertThat(browser.body() + program.body() + staff.body())
                .doesNotContain("vault", "Seal", paper.id().toString());
        assertThat(staff.problem()).isEqualTo("record-unreadable");
    }

    @Test
    void the_list_of_those_who_work_on_stories_tells_nothing_that_needs_its_key() {
        var paper = publish(broken);
        vault.breakKey(paper.id());

        var list = newsroom.lead().get("/api/v1/stories?limit=100");

        assertThat(list.status()).as(list.body()).isEqualTo(200);
        assertThat(list.body()).contains(paper.id().toString());
    }

    @Test
    void one_that_stands_again_after_a_restore_says_for_good_that_its_words_were_destroyed() {
        var published = publish(broken);
        var pictured = newsroom.pictured(UUID.randomUUID(), UUID.randomUUID());
        var picture = newsroom.picture(pictured);
        // the vault knows of retractions that the data does not
        vault.destroyKey(published.id());
        vault.destroyKey(UUID.fromString(picture));

        var lead = newsroom.lead();
        var purpose = new String[] {"Homeward-Purpose", "content-review"};
        for (var answer :
                List.of(
                        newsroom.read(newsroom.editor(), published),
                        newsroom.read(lead, published),
                        newsroom.consents(lead, published),
                        lead.get(path(pictured) + "/pictures/" + picture, purpose),
                        Web.as(newsroom.port(), "restored", "protection-officer")
                                .ask(
                                        path(published) + "/disclosure-test",
                                        "Homeward-Purpose",
                                        "disclosure-review"))) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(410);
            assertThat(answer.problem()).isEqualTo("record-destroyed");
            assertThat(answer.header("Retry-After")).isEmpty();
        }

        var retracted = newsroom.retract(published, published.version() + 1);
        assertThat(retracted.status()).as(retracted.body()).isEqualTo(200);
        assertThat(newsroom.state(published)).isEqualTo("RETRACTED");
    }

    private Paper publish(String title) {
        var paper = newsroom.finished("NEWS", title, Map.of());
        assertThat(newsroom.publish(paper).status()).isEqualTo(200);
        return paper;
    }

    private double alarms() {
        return meters.counter("homeward.alarms", "kind", "record-unreadable").count();
    }
}
