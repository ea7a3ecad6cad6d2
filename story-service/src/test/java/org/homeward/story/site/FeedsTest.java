package org.homeward.story.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import org.homeward.contracts.story.StoryKind;
import org.homeward.story.site.StoryList.Card;
import org.homeward.story.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Feeds as a strict reader of RFC 4287 and of the RSS 2.0 specification takes them. */
class FeedsTest {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final SampleSite site = new SampleSite();

    @ParameterizedTest
    @EnumSource
    void atom_has_all_that_a_feed_and_an_entry_must_have_and_nothing_unknown(Language language) {
        var feed = parse(site.feeds().atom(language, site.cards(language)));

        assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
        assertThat(feed.getLocalName()).isEqualTo("feed");
        assertThat(feed.getAttribute("xml:lang")).isEqualTo(language.tag());
        assertThat(names(feed))
                .containsOnlyOnce("id", "title", "updated", "author")
                .isSubsetOf("id", "title", "updated", "link", "author", "entry");
        assertThat(URI.create(text(feed, "id")).isAbsolute()).isTrue();
        assertThat(text(feed, "title")).contains(" · ");
        assertThat(links(feed))
                .containsExactly(
                        "self https://stories.example/" + language.tag() + "/atom.xml",
                        "alternate https://stories.example/" + language.tag());
        var entries = children(feed, "entry");
        assertThat(entries).hasSameSizeAs(site.cards(language));
        for (Element entry : entries) {
            assertThat(names(entry))
                    .containsExactly(
                            "id", "title", "published", "updated", "link", "category", "summary");
            assertThat(URI.create(text(entry, "id")).isAbsolute()).isTrue();
            assertThat(links(entry)).singleElement().asString().startsWith("alternate https://");
            assertThat(Instant.parse(text(entry, "updated")))
                    .isBeforeOrEqualTo(Instant.parse(text(feed, "updated")));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rss_has_all_that_a_channel_and_an_item_must_have_and_nothing_unknown(Language language) {
        var rss = parse(site.feeds().rss(language, site.cards(language)));
        var channel = children(rss, "channel").getFirst();

        assertThat(rss.getTagName()).isEqualTo("rss");
        assertThat(rss.getAttribute("version")).isEqualTo("2.0");
        assertThat(names(rss)).containsExactly("channel");
        assertThat(names(channel))
                .startsWith("title", "link", "description", "language", "link", "item");
        assertThat(text(channel, "link")).isEqualTo("https://stories.example/" + language.tag());
        assertThat(text(channel, "language")).isEqualTo(language.tag());
        assertThat(links(channel))
                .contains("self https://stories.example/" + language.tag() + "/rss.xml");
        var items = children(channel, "item");
        assertThat(items).hasSameSizeAs(site.cards(language));
        for (Element item : items) {
            assertThat(names(item))
                    .containsExactly("title", "link", "description", "category", "guid", "pubDate");
            assertThat(URI.create(text(item, "link")).getScheme()).isEqualTo("https");
            assertThat(children(item, "guid").getFirst().getAttribute("isPermaLink"))
                    .isEqualTo("false");
            assertThat(
                            ZonedDateTime.parse(
                                    text(item, "pubDate"), DateTimeFormatter.RFC_1123_DATE_TIME))
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_feed_reader_finds_the_same_entries_in_both(Language language) throws FeedException {
        var cards = site.cards(language);

        for (byte[] feed :
                List.of(site.feeds().rss(language, cards), site.feeds().atom(language, cards))) {
            var xml = new StringReader(new String(feed, StandardCharsets.UTF_8));
            var read = new SyndFeedInput().build(xml);
            assertThat(read.getEntries().stream().map(SyndEntry::getTitle))
                    .containsExactlyElementsOf(cards.stream().map(Card::title).toList());
            assertThat(read.getEntries().stream().map(SyndEntry::getLink))
                    .containsExactlyElementsOf(
                            cards.stream()
                                    .map(card -> "https://stories.example" + card.path())
                                    .toList());
            assertThat(
                            read.getEntries().stream()
                                    .map(entry -> entry.getPublishedDate().toInstant()))
                    .containsExactlyElementsOf(cards.stream().map(Card::published).toList());
        }
    }

    @Test
    void what_an_author_wrote_is_text_for_every_reader() {
        var written = "Bread & \"salt\" <img src=x onerror=alert(1)> ]]> ғқҳҷӯӣ";
        var card = card(written, UUID.randomUUID());

        var entry = entries(Language.TG, card).getFirst();
        var item =
                children(
                                children(
                                                parse(site.feeds().rss(Language.TG, List.of(card))),
                                                "channel")
                                        .getFirst(),
                                "item")
                        .getFirst();

        assertThat(text(entry, "title")).isEqualTo(written);
        assertThat(text(entry, "summary")).isEqualTo(written);
        assertThat(text(item, "title")).isEqualTo(written);
        assertThat(text(item, "description"))
                .contains("&lt;img src=x")
                .contains("ғқҳҷӯӣ")
                .doesNotContain("<");
    }

    @Test
    void an_entry_keeps_its_id_and_has_another_in_each_language() {
        var page = UUID.randomUUID();
        var before = text(entries(Language.TG, card("A title", page)).getFirst(), "id");

        assertThat(text(entries(Language.TG, card("Another title", page)).getFirst(), "id"))
                .isEqualTo(before);
        assertThat(
                        Set.of(
                                before,
                                text(entries(Language.RU, card("A title", page)).getFirst(), "id"),
                                text(
                                        entries(Language.TG, card("A title", UUID.randomUUID()))
                                                .getFirst(),
                                        "id")))
                .hasSize(3);
    }

    @Test
    void a_feed_of_nothing_is_a_feed_too() {
        var atom = parse(site.feeds().atom(Language.EN, List.of()));
        var rss = parse(site.feeds().rss(Language.EN, List.of()));

        assertThat(Instant.parse(text(atom, "updated"))).isEqualTo(Instant.EPOCH);
        assertThat(children(children(rss, "channel").getFirst(), "item")).isEmpty();
    }

    private List<Element> entries(Language language, Card card) {
        return children(parse(site.feeds().atom(language, List.of(card))), "entry");
    }

    private static Card card(String text, UUID page) {
        return new Card(
                page,
                StoryKind.NEWS,
                "/tg/stories/" + page,
                text,
                text,
                Instant.parse("2026-11-18T05:10:00Z"),
                LocalDate.of(2026, 11, 18),
                "",
                null,
                null,
                null);
    }

    private static Element parse(byte[] feed) {
        try {
            var parsers = DocumentBuilderFactory.newDefaultNSInstance();
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return parsers.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(feed))
                    .getDocumentElement();
        } catch (Exception malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static List<String> names(Element parent) {
        return children(parent).stream().map(Node::getLocalName).toList();
    }

    private static List<String> links(Element parent) {
        return children(parent).stream()
                .filter(child -> ATOM.equals(child.getNamespaceURI()))
                .filter(child -> child.getLocalName().equals("link"))
                .map(link -> link.getAttribute("rel") + " " + link.getAttribute("href"))
                .toList();
    }

    private static String text(Element parent, String name) {
        return children(parent, name).getFirst().getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
        return children(parent).stream()
                .filter(child -> child.getLocalName().equals(name))
                .toList();
    }

    private static List<Element> children(Element parent) {
        var elements = new ArrayList<Element>();
        NodeList nodes = parent.getChildNodes();
        for (int i = 0; i < nodes.getLength(); i++) {
            if (nodes.item(i) instanceof Element element) {
                elements.add(element);
            }
        }
        return elements;
    }
}
