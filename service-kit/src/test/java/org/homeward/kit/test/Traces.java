package org.homeward.kit.test;

import com.mongodb.client.MongoClients;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.RawBsonDocument;

/**
 * Looks for words wherever bytes lie: in files, in documents, in messages. One pass over the bytes,
 * however many words and spellings, and a bounded part of them in memory.
 */
public final class Traces {

    /** So many first bytes of a spelling are looked up; no spelling is shorter. */
    private static final int KEY = 4;

    private static final int HASH_BITS = 22;
    private static final int CHUNK = 1 << 16;

    /** A word, and how it may be written. */
    @SuppressWarnings("ArrayRecordComponent") // neither compared nor given away
    private record Spelling(String word, byte[] bytes) {

        boolean isAt(byte[] content, int at, int end) {
            return bytes.length <= end - at
                    && Arrays.equals(content, at, at + bytes.length, bytes, 0, bytes.length);
        }
    }

    private final BitSet beginnings = new BitSet(1 << HASH_BITS);
    private final Map<Integer, List<Spelling>> spellings = new HashMap<>();
    private final int longest;
    private final byte[] nothing;

    /**
     * @param ways in which each word may lie somewhere
     */
    private Traces(Map<String, List<byte[]>> ways) {
        int length = KEY;
        for (var one : ways.entrySet()) {
            var word = one.getKey();
            for (var bytes : one.getValue()) {
                if (bytes.length < KEY) {
                    throw new IllegalArgumentException("too short to be looked for");
                }
                int key = key(bytes);
                beginnings.set(hash(key));
                spellings
                        .computeIfAbsent(key, _ -> new ArrayList<>())
                        .add(new Spelling(word, bytes));
                length = Math.max(length, bytes.length);
            }
        }
        longest = length;
        nothing = new byte[longest + CHUNK];
    }

    /** Looks for words as they are written, in each encoding of text. */
    public static Traces asWritten(Collection<String> words) {
        return new Traces(ways(words, Disguises::asWritten));
    }

    /** Looks for words in everything that {@link Disguises} knows of. */
    public static Traces inAnyDisguise(Collection<String> words) {
        return inAnyDisguise(words, Map.of());
    }

    /**
     * @param files that are looked for too, or parts of them, each by a name
     */
    public static Traces inAnyDisguise(Collection<String> words, Map<String, byte[]> files) {
        var ways = ways(words, Disguises::of);
        files.forEach((name, content) -> ways.put(name, Disguises.of(content)));
        return new Traces(ways);
    }

    private static Map<String, List<byte[]>> ways(
            Collection<String> words, Function<String, List<byte[]>> each) {
        var ways = new HashMap<String, List<byte[]>>();
        words.forEach(word -> ways.put(word, each.apply(word)));
        return ways;
    }

    /** Which of the words stand in which file below a folder. */
    public Set<String> below(Path folder) {
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                for (var word : in(file)) {
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
    private Set<String> in(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return in(content);
        } catch (NoSuchFileException gone) {
            return Set.of();
        }
    }

    /** Which of the words stand in which collection, as a reader of all databases gets them. */
    public Set<String> inDatabases(String uri) {
        var found = new TreeSet<String>();
        try (var mongo = MongoClients.create(uri)) {
            for (var name : mongo.listDatabaseNames()) {
                var database = mongo.getDatabase(name);
                for (var collection : database.listCollectionNames()) {
                    for (var document :
                            database.getCollection(collection, RawBsonDocument.class).find()) {
                        in(bytes(document))
                                .forEach(
                                        word -> found.add(word + " in " + name + "." + collection));
                    }
                }
            }
        }
        return found;
    }

    private static byte[] bytes(RawBsonDocument document) {
        var content = document.getByteBuffer();
        var bytes = new byte[content.remaining()];
        content.get(bytes);
        return bytes;
    }

    /** Which of the words stand on which topic. */
    public Set<String> inTopics(Iterable<ConsumerRecord<byte[], byte[]>> messages) {
        var found = new TreeSet<String>();
        for (var message : messages) {
            in(message).forEach(word -> found.add(word + " in " + message.topic()));
        }
        return found;
    }

    /** Which of the words stand in a message: in its key, its value or a header. */
    public Set<String> in(ConsumerRecord<byte[], byte[]> message) {
        var parts = new ArrayList<byte[]>();
        parts.add(message.key());
        parts.add(message.value());
        message.headers()
                .forEach(
                        header -> {
                            parts.add(header.key().getBytes(StandardCharsets.UTF_8));
                            parts.add(header.value());
                        });
        var found = new TreeSet<String>();
        for (byte[] part : parts) {
            if (part != null) {
                found.addAll(in(part));
            }
        }
        return found;
    }

    /** Which of the words stand in a text. */
    public Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    public Set<String> in(byte[] bytes) {
        var found = new TreeSet<String>();
        search(bytes, bytes.length, found);
        return found;
    }

    /** The end of each part is kept for the next: a word may lie across. */
    private Set<String> in(InputStream content) throws IOException {
        var found = new TreeSet<String>();
        var part = new byte[longest + CHUNK];
        int kept = 0;
        while (true) {
            int read = content.readNBytes(part, kept, CHUNK);
            if (read == 0) {
                return found;
            }
            int end = kept + read;
            // most of what a database has on disk is set aside and not yet used
            if (!Arrays.equals(part, 0, end, nothing, 0, end)) {
                search(part, end, found);
            }
            kept = Math.min(longest, end);
            System.arraycopy(part, end - kept, part, 0, kept);
        }
    }

    private void search(byte[] part, int end, Set<String> found) {
        int key = 0;
        for (int i = 0; i < end; i++) {
            key = (key << Byte.SIZE) | Byte.toUnsignedInt(part[i]);
            if (i >= KEY - 1 && beginnings.get(hash(key))) {
                for (var spelling : spellings.getOrDefault(key, List.of())) {
                    if (spelling.isAt(part, i - KEY + 1, end)) {
                        found.add(spelling.word);
                    }
                }
            }
        }
    }

    private static int key(byte[] bytes) {
        int key = 0;
        for (int i = 0; i < KEY; i++) {
            key = (key << Byte.SIZE) | Byte.toUnsignedInt(bytes[i]);
        }
        return key;
    }

    /** Fibonacci hashing: neighbours are far apart. */
    private static int hash(int key) {
        return (key * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS);
    }
}
