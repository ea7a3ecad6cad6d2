package org.homeward.story.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/**
 * What a person consents to: the digest of all that the page will say and of everybody in it, which
 * is the final text in all its languages and the {@link Setting}. It is SHA-256, in lower-case
 * hexadecimal, over these bytes (UTF-8, each line ended by a line feed):
 *
 * <pre>
 * homeward-story-text/5
 * salt 5f0c…                  of the story: all else becomes public or stands beside the digest
 * person 0a4f3c21-7be5-4d7b-9a57-66f2f2f0f7d3
 *                             the id of each person's consent, in the order of these letters
 * name-changed yes            or no
 * region TJ-KT                left out where none is shown
 * sector CLOTHING             left out where none is shown
 * closes 2026-12-18           the last day of a call; left out for everything else
 * picture 1f3a…               for each picture its digest, in the order of the page
 * shown c9a6f0b2-…            the id of the consent of each who is shown in it, in that order
 * language tg                 one block for each version, in the order tg, ru, en
 * title 12                    the number of bytes that follow, then the bytes and a line feed
 * …
 * teaser 40
 * …
 * section
 * heading 9                   left out where a section has none
 * …
 * paragraph 250               for each paragraph
 * …
 * alternative 60              after the sections, for each picture
 * …
 * </pre>
 *
 * The lengths keep two different texts from giving the same bytes. Texts are in Unicode form NFC
 * without blanks around them before they come here. Consents are bound to this for years: the
 * format never changes; another one gets another first line. (The first, /1, was over the words
 * alone; /2 did not say who is in the story; /3 and /4 could be made out from the page.)
 */
final class TextHash {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private TextHash() {}

    static String of(StoryText text, Setting setting) {
        var hash = new TextHash();
        hash.line("homeward-story-text/5");
        hash.line("salt " + text.salt());
        hash.setting(setting);
        text.versions().forEach(hash::version);
        return HexFormat.of().formatHex(sha256().digest(hash.bytes.toByteArray()));
    }

    private void setting(Setting setting) {
        ids("person ", setting.persons());
        line("name-changed " + (setting.nameChanged() ? "yes" : "no"));
        if (setting.region() != null) {
            line("region " + setting.region());
        }
        if (setting.sector() != null) {
            line("sector " + setting.sector().name());
        }
        if (setting.closes() != null) {
            line("closes " + setting.closes());
        }
        for (Depicted picture : setting.pictures()) {
            line("picture " + picture.hash());
            ids("shown ", picture.persons());
        }
    }

    private void version(Language language, Version version) {
        line("language " + language.tag());
        text("title", version.title());
        text("teaser", version.teaser());
        for (Section section : version.sections()) {
            line("section");
            if (section.heading() != null) {
                text("heading", section.heading());
            }
            section.paragraphs().forEach(paragraph -> text("paragraph", paragraph));
        }
        version.alternatives().forEach(alternative -> text("alternative", alternative));
    }

    private void ids(String name, Set<UUID> ids) {
        ids.stream().map(UUID::toString).sorted().forEach(id -> line(name + id));
    }

    private void text(String name, String text) {
        line(name + " " + text.getBytes(StandardCharsets.UTF_8).length);
        line(text);
    }

    private void line(String line) {
        bytes.writeBytes(line.getBytes(StandardCharsets.UTF_8));
        bytes.write('\n');
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
