package org.homeward.kit.test;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.types.Decimal128;

/**
 * How a word may lie somewhere so that who looks for it as it is written would pass over it: in
 * another case or script, folded as for a search, in another encoding, inside of a text in base64.
 */
final class Disguises {

    private static final List<Charset> ENCODINGS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private static final Pattern SUM = Pattern.compile("\\d+\\.\\d\\d");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    /** As people write Tajik in Latin. */
    private static final Map<String, String> LATIN =
            letters(
                    """
                    а a б b в v г g ғ gh д d е e ё yo ж zh з z и i ӣ i й y к k қ q л l м m н n о o п p
                    р r с s т t у u ӯ u ф f х kh ҳ h ч ch ҷ j ш sh ъ ' э e ю yu я ya
                    """);

    /** As a search folds it: one letter for what sounds alike. */
    private static final Map<String, String> FOLDED = letters("ғ g қ k х h ҳ h ж j ъ");

    /** What is left when the vowels do not count either. */
    private static final Map<String, String> LOOSE = letters("o a e i y i");

    /** As people write Tajik who have Russian letters only. */
    private static final Map<String, String> RUSSIAN = letters("ғ г қ к ҳ х ҷ дж ӯ у ӣ и");

    /** From Latin, the longer first. */
    private static final Map<String, String> CYRILLIC =
            letters(
                    """
                    sh ш ch ч zh ж kh х gh ғ yo ё yu ю ya я a а b б v в g г d д e е z з i и y й k к q қ
                    l л m м n н o о p п r р s с t т u у f ф x х h ҳ j ҷ w в c ц
                    """);

    private Disguises() {}

    /** In each encoding of text, and escaped as in JSON. */
    static List<byte[]> asWritten(String word) {
        var ways = new ArrayList<byte[]>();
        ENCODINGS.forEach(encoding -> ways.add(word.getBytes(encoding)));
        ways.add(escaped(word, "\\u%04x").getBytes(StandardCharsets.US_ASCII));
        return ways;
    }

    /** A file or a part of it: as it is, in hexadecimal, and inside of a text in base64. */
    static List<byte[]> of(byte[] content) {
        var texts = new LinkedHashSet<String>();
        texts.add(new String(content, StandardCharsets.ISO_8859_1));
        texts.add(HexFormat.of().formatHex(content));
        texts.add(HexFormat.of().withUpperCase().formatHex(content));
        texts.addAll(insideOfBase64(content));
        return bytes(texts);
    }

    /** In every way that we could think of. */
    static List<byte[]> of(String word) {
        var texts = new LinkedHashSet<>(inBinary(word));
        for (var spelling : spellings(word)) {
            ENCODINGS.forEach(
                    encoding ->
                            texts.add(
                                    new String(
                                            spelling.getBytes(encoding),
                                            StandardCharsets.ISO_8859_1)));
            texts.add(escaped(spelling, "\\u%04x"));
            texts.add(escaped(spelling, "\\u%04X"));
            texts.addAll(insideOfBase64(spelling.getBytes(StandardCharsets.UTF_8)));
            for (var hex : List.of(HexFormat.of(), HexFormat.of().withUpperCase())) {
                var bytes = spelling.getBytes(StandardCharsets.UTF_8);
                texts.add(hex.formatHex(bytes));
                texts.add(hex.withPrefix("%").formatHex(bytes));
                texts.add(percent(spelling, hex));
            }
        }
        return bytes(texts);
    }

    private static List<byte[]> bytes(Set<String> texts) {
        return texts.stream().map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toList();
    }

    /** Numbers and days as MongoDB keeps those, and as people write them otherwise. */
    private static Set<String> inBinary(String word) {
        if (SUM.matcher(word).matches()) {
            var exact = new Decimal128(new BigDecimal(word));
            return Set.of(
                    littleEndian(exact.getLow()) + littleEndian(exact.getHigh()),
                    littleEndian(Double.doubleToLongBits(Double.parseDouble(word))),
                    word.replace('.', ','));
        }
        if (DAY.matcher(word).matches()) {
            var day = LocalDate.parse(word);
            var midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
            return Set.of(
                    littleEndian(midnight.toEpochMilli()),
                    day.format(DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT)));
        }
        return Set.of();
    }

    private static String littleEndian(long number) {
        var bytes =
                ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(number)
                        .array();
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Set<String> spellings(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        var latin = written(lower, LATIN);
        var folded = written(written(lower, FOLDED), LATIN);
        var all = new LinkedHashSet<String>();
        for (var spelling :
                List.of(
                        word,
                        latin,
                        folded,
                        written(folded, LOOSE),
                        written(lower, RUSSIAN),
                        written(lower, CYRILLIC))) {
            all.add(spelling);
            all.add(spelling.toLowerCase(Locale.ROOT));
            all.add(spelling.toUpperCase(Locale.ROOT));
            all.add(capital(spelling));
        }
        return all;
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** What the table does not know stays as it is. */
    private static String written(String word, Map<String, String> table) {
        var written = new StringBuilder();
        int at = 0;
        while (at < word.length()) {
            var rest = word.substring(at);
            var letter =
                    table.keySet().stream()
                            .filter(rest::startsWith)
                            .max(Comparator.comparingInt(String::length))
                            .orElse(rest.substring(0, 1));
            written.append(table.getOrDefault(letter, letter));
            at += letter.length();
        }
        return written.toString();
    }

    private static String escaped(String word, String form) {
        return word.chars()
                .mapToObj(c -> c < 0x80 ? Character.toString(c) : form.formatted(c))
                .collect(Collectors.joining());
    }

    /** As in addresses: letters and digits of ASCII stay. */
    private static String percent(String word, HexFormat hex) {
        var text = new StringBuilder();
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && Character.isLetterOrDigit(b)) {
                text.append((char) b);
            } else {
                text.append('%').append(hex.toHexDigits(b));
            }
        }
        return text.toString();
    }

    /** In both alphabets, beginning at each byte of a group of three. */
    private static Set<String> insideOfBase64(byte[] bytes) {
        var texts = new LinkedHashSet<String>();
        for (int offset = 0; offset < 3; offset++) {
            var inside = insideOfBase64(bytes, offset);
            texts.add(inside);
            texts.add(inside.replace('+', '-').replace('/', '_'));
        }
        return texts;
    }

    /**
     * The letters that are the same whatever stands around the bytes.
     *
     * @param offset at which byte of a group of three they begin
     */
    private static String insideOfBase64(byte[] bytes, int offset) {
        var padded = new byte[offset + bytes.length];
        System.arraycopy(bytes, 0, padded, offset, bytes.length);
        var text = Base64.getEncoder().encodeToString(padded);
        int from = (offset * Byte.SIZE + 5) / 6;
        return text.substring(from, padded.length * Byte.SIZE / 6);
    }

    /** Pairs of a letter and how it is written; a letter at the end that is left out. */
    private static Map<String, String> letters(String pairs) {
        var letters = new LinkedHashMap<String, String>();
        var words = List.of(pairs.strip().split("\\s+", -1));
        for (int i = 0; i < words.size(); i += 2) {
            letters.put(words.get(i), i + 1 < words.size() ? words.get(i + 1) : "");
        }
        return letters;
    }
}
