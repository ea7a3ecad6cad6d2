package org.homeward.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for words in every file below a folder, byte by byte: in UTF-8, in UTF-16 and escaped as in
 * JSON. One pass over each file, however many words.
 */
final class Traces {

    /** So many first bytes of a spelling are looked up; no spelling is shorter. */
    private static final int KEY = 3;

    /** A word, and how it may be written in bytes, one for each character. */
    private record Spelling(String word, String bytes) {}

    private final BitSet beginnings = new BitSet(1 << (8 * KEY));
    private final Map<Integer, List<Spelling>> spellings = new HashMap<>();

    private Traces(Collection<String> words) {
        for (var word : words) {
            for (var bytes : spellings(word)) {
                int key = key(bytes, 0);
                beginnings.set(key);
                spellings
                        .computeIfAbsent(key, _ -> new ArrayList<>())
                        .add(new Spelling(word, bytes));
            }
        }
    }

    /** Which of the words stand in which file. */
    static Set<String> of(Collection<String> words, Path folder) {
        var traces = new Traces(words);
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                for (var word : traces.in(content(file))) {
                    found.add(word + " in " + folder.relativize(file));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }

    /**
     * Nothing, if the file has gone meanwhile: a database deletes journals that it has put away.
     */
    private static byte[] content(Path file) throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException gone) {
            return new byte[0];
        }
    }

    private Set<String> in(byte[] file) {
        var content = new String(file, StandardCharsets.ISO_8859_1);
        var found = new TreeSet<String>();
        for (int at = 0; at <= content.length() - KEY; at++) {
            int key = key(content, at);
            if (beginnings.get(key)) {
                for (var spelling : spellings.getOrDefault(key, List.of())) {
                    if (content.startsWith(spelling.bytes, at)) {
                        found.add(spelling.word);
                    }
                }
            }
        }
        return found;
    }

    private static int key(String bytes, int at) {
        return (bytes.charAt(at) << 16) | (bytes.charAt(at + 1) << 8) | bytes.charAt(at + 2);
    }

    private static List<String> spellings(String word) {
        return Stream.of(
                        word.getBytes(StandardCharsets.UTF_8),
                        word.getBytes(StandardCharsets.UTF_16LE),
                        word.getBytes(StandardCharsets.UTF_16BE),
                        escaped(word).getBytes(StandardCharsets.US_ASCII))
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .toList();
    }

    private static String escaped(String word) {
        return word.chars()
                .mapToObj(c -> c < 0x80 ? Character.toString(c) : "\\u%04x".formatted(c))
                .collect(Collectors.joining());
    }
}
