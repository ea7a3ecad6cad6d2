package org.homeward.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks for words in every file below a folder, byte by byte. */
final class Traces {

    private Traces() {}

    /** Which of the words stand in which file. */
    static Set<String> of(List<String> words, Path folder) {
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (!Files.isReadable(file)) {
                    continue;
                }
                var content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                for (var word : words) {
                    var bytes =
                            new String(
                                    word.getBytes(StandardCharsets.UTF_8),
                                    StandardCharsets.ISO_8859_1);
                    if (content.contains(bytes)) {
                        found.add(word + " in " + folder.relativize(file));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }
}
