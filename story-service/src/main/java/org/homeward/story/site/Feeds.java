package org.homeward.story.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.homeward.story.site.StoryList.Card;
import org.homeward.story.text.Language;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * The newest of the site for feed readers, in RSS 2.0 and in Atom 1.0 (RFC 4287). Titles and
 * teasers only and no pictures: what is copied outlives a retraction. A retracted entry is left
 * out, and its moment is told nowhere.
 */
@Component
class Feeds {

    static final String RSS = "/rss.xml";
    static final String ATOM = "/atom.xml";

    private static final String OF_ATOM = "http://www.w3.org/2005/Atom";

    private final SiteSettings settings;
    private final MessageSource words;

    Feeds(SiteSettings settings, MessageSource words) {
        this.settings = settings;
        this.words = words;
    }

    byte[] rss(Language language, List<Card> entries) {
        return document(
                xml -> {
                    xml.writeStartElement("rss");
                    xml.writeAttribute("version", "2.0");
                    xml.writeNamespace("atom", OF_ATOM);
                    xml.writeStartElement("channel");
                    text(xml, "title", title(language));
                    text(xml, "link", absolute(Frames.in(language, "")));
                    text(xml, "description", word("home.lead", language));
                    text(xml, "language", language.tag());
                    xml.writeEmptyElement("atom", "link", OF_ATOM);
                    link(xml, "self", "application/rss+xml", Frames.in(language, RSS));
                    for (Card entry : entries) {
                        item(xml, language, entry);
                    }
                    xml.writeEndElement();
                    xml.writeEndElement();
                });
    }

    private void item(XMLStreamWriter xml, Language language, Card entry)
            throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("item");
        text(xml, "title", entry.title());
        text(xml, "link", absolute(entry.path()));
        // what stands here is taken for HTML, unlike in Atom
        text(xml, "description", HtmlUtils.htmlEscape(entry.teaser(), "UTF-8"));
        text(xml, "category", word("kind." + entry.kind(), language));
        xml.writeStartElement("guid");
        xml.writeAttribute("isPermaLink", "false");
        xml.writeCharacters(id(entry, language));
        xml.writeEndElement();
        text(
                xml,
                "pubDate",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        entry.published().atOffset(ZoneOffset.UTC)));
        xml.writeEndElement();
    }

    byte[] atom(Language language, List<Card> entries) {
        return document(
                xml -> {
                    xml.writeStartElement("feed");
                    xml.writeDefaultNamespace(OF_ATOM);
                    xml.writeAttribute("xml:lang", language.tag());
                    text(xml, "id", "urn:homeward:feed:" + language.tag());
                    text(xml, "title", title(language));
                    text(xml, "updated", newest(entries).toString());
                    xml.writeEmptyElement("link");
                    link(xml, "self", "application/atom+xml", Frames.in(language, ATOM));
                    xml.writeEmptyElement("link");
                    link(xml, "alternate", "text/html", Frames.in(language, ""));
                    xml.writeStartElement("author");
                    text(xml, "name", word("site.mission", language));
                    xml.writeEndElement();
                    for (Card entry : entries) {
                        entry(xml, language, entry);
                    }
                    xml.writeEndElement();
                });
    }

    private void entry(XMLStreamWriter xml, Language language, Card entry)
            throws XMLStreamException {
        xml.writeCharacters("\n");
        xml.writeStartElement("entry");
        text(xml, "id", id(entry, language));
        text(xml, "title", entry.title());
        text(xml, "published", entry.published().toString());
        text(xml, "updated", entry.published().toString());
        xml.writeEmptyElement("link");
        link(xml, "alternate", "text/html", entry.path());
        xml.writeEmptyElement("category");
        xml.writeAttribute("term", entry.kind().name());
        xml.writeAttribute("label", word("kind." + entry.kind(), language));
        text(xml, "summary", entry.teaser());
        xml.writeEndElement();
    }

    /** One for each language, and the same wherever the site is moved to. */
    private static String id(Card entry, Language language) {
        return "urn:homeward:page:" + entry.page() + ":" + language.tag();
    }

    /** The same feed has the same bytes: with no entry it was never changed. */
    private static Instant newest(List<Card> entries) {
        return entries.stream().map(Card::published).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private void link(XMLStreamWriter xml, String relation, String type, String path)
            throws XMLStreamException {
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", absolute(path));
    }

    private static void text(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private String title(Language language) {
        return word("site.name", language) + " · " + word("home.latest", language);
    }

    private String word(String key, Language language) {
        return words.getMessage(key, null, language.locale());
    }

    private String absolute(String path) {
        return settings.baseUrl() + path;
    }

    private static byte[] document(Content content) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            content.write(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("no XML could be written into memory", impossible);
        }
        return bytes.toByteArray();
    }

    /** What is between the first and the last line. */
    private interface Content {

        void write(XMLStreamWriter xml) throws XMLStreamException;
    }
}
