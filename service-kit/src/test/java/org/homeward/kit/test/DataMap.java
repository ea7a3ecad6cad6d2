package org.homeward.kit.test;

import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;
import org.homeward.kit.mongo.StoredTypes;
import org.homeward.kit.sealing.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The tables of {@code docs/privacy.md} that say which fields a service stores, and which of them
 * sealed. In them a path is that of the database, without {@code state} where it is an aggregate's;
 * {@code *} stands for any key of a map, and braces for each of what is between them.
 */
public final class DataMap {

    private static final Path PAGE = Path.of("..", "docs", "privacy.md");
    private static final String EVERY_SERVICE = "every service";
    private static final String ANY_COLLECTION = "*";
    private static final String STATE = "state.";

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final int COLLECTION = 1;
    private static final int FIELDS = 2;
    private static final int AT_REST = 3;
    private static final int READ_BY = 6;

    /** Whether a field lies sealed, by its path, by the name of its collection. */
    private final Map<String, Map<String, Boolean>> collections;

    /** Paths that no endpoint shows, each after the name of its collection and a colon. */
    private final Set<String> hidden;

    private DataMap(Map<String, Map<String, Boolean>> collections, Set<String> hidden) {
        this.collections = collections;
        this.hidden = hidden;
    }

    /** What the page says of one service, and of every service. */
    public static DataMap of(String service) {
        try {
            return parse(Files.readString(PAGE), service);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * @throws IllegalStateException when a row says neither that it is plain nor that it is sealed
     */
    static DataMap parse(String page, String service) {
        var collections = new HashMap<String, Map<String, Boolean>>();
        var hidden = new TreeSet<String>();
        String heading = "";
        String collection = "";
        for (String line : page.lines().toList()) {
            if (line.startsWith("#")) {
                heading = line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT);
            } else if (heading.equals(service) || heading.equals(EVERY_SERVICE)) {
                var cells = line.split("\\|", -1);
                if (cells.length > AT_REST && CODE.matcher(cells[FIELDS]).find()) {
                    collection = codes(cells[COLLECTION]).findFirst().orElse(collection);
                    var fields = collections.computeIfAbsent(collection, _ -> new TreeMap<>());
                    boolean isSealed = isSealed(cells[AT_REST].strip());
                    var paths =
                            codes(cells[FIELDS]).flatMap(path -> expand(path).stream()).toList();
                    paths.forEach(path -> fields.put(path, isSealed));
                    if (cells.length > READ_BY && cells[READ_BY].strip().equals("none")) {
                        for (String path : paths) {
                            hidden.add(collection + ": " + path);
                        }
                    }
                }
            }
        }
        return new DataMap(collections, hidden);
    }

    private static Stream<String> codes(String cell) {
        return CODE.matcher(cell).results().map(found -> found.group(1));
    }

    private static boolean isSealed(String atRest) {
        if (atRest.startsWith("sealed") || atRest.startsWith("plain")) {
            return atRest.startsWith("sealed");
        }
        throw new IllegalStateException("neither sealed nor plain: " + atRest);
    }

    /** {@code a.{b,c}} is {@code a.b} and {@code a.c}. */
    static List<String> expand(String path) {
        int open = path.indexOf('{');
        if (open < 0) {
            return List.of(path);
        }
        var alternatives = new ArrayList<String>();
        int depth = 0;
        int from = open + 1;
        int at = open;
        do {
            char here = path.charAt(at);
            depth += here == '{' ? 1 : here == '}' ? -1 : 0;
            if (depth == 0 || (depth == 1 && here == ',')) {
                alternatives.add(path.substring(from, at));
                from = at + 1;
            }
            at++;
        } while (depth > 0);
        var ends = expand(path.substring(at));
        return alternatives.stream()
                .flatMap(one -> expand(one).stream())
                .flatMap(one -> ends.stream().map(end -> path.substring(0, open) + one + end))
                .toList();
    }

    /**
     * How the map and the types of a service differ: fields that it does not name, that lie
     * otherwise than it says, or that are not stored.
     */
    public List<String> differences(StoredTypes types) {
        var found = new ArrayList<String>();
        for (var type : types.aggregates()) {
            var collection = type.collection();
            var stored = new TreeMap<String, Boolean>();
            gather(type.root(), "", false, stored);
            var named = collections.getOrDefault(collection, Map.of());
            stored.forEach(
                    (path, isSealed) -> {
                        var said = named.get(path);
                        if (said == null) {
                            found.add(collection + ": " + path + " is not in the map");
                        } else if (!said.equals(isSealed)) {
                            found.add(
                                    "%s: %s is %s, the map says otherwise"
                                            .formatted(
                                                    collection,
                                                    path,
                                                    isSealed ? "sealed" : "plain"));
                        }
                    });
            named.keySet().stream()
                    .filter(path -> !stored.containsKey(path))
                    .forEach(path -> found.add(collection + ": " + path + " is not stored"));
        }
        return found;
    }

    /** Every field that lies sealed, after the name of its collection and a colon. */
    public Set<String> sealed() {
        var sealed = new TreeSet<String>();
        collections.forEach(
                (collection, fields) ->
                        fields.forEach(
                                (path, isSealed) -> {
                                    if (isSealed) {
                                        sealed.add(collection + ": " + path);
                                    }
                                }));
        return sealed;
    }

    /**
     * Whether the map says of a field that no endpoint shows it.
     *
     * @param name the last in its path
     */
    public boolean hides(String collection, String name) {
        return hidden.stream()
                .filter(path -> path.startsWith(collection + ": "))
                .anyMatch(path -> path.endsWith(" " + name) || path.endsWith("." + name));
    }

    private static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** One that is sealed in one state and plain in another is plain. */
    private static void gather(
            Type type, String path, boolean isSealed, Map<String, Boolean> found) {
        if (type instanceof ParameterizedType generic) {
            var held = generic.getActualTypeArguments();
            boolean secret = generic.getRawType() == Secret.class;
            boolean map = generic.getRawType() == Map.class;
            gather(held[held.length - 1], map ? path + ".*" : path, isSealed || secret, found);
        } else if (type instanceof Class<?> kind && kind.isSealed() && !kind.isEnum()) {
            for (var state : kind.getPermittedSubclasses()) {
                gather(state, path, isSealed, found);
            }
        } else if (type instanceof Class<?> kind && kind.isRecord()) {
            for (var component : kind.getRecordComponents()) {
                var inner = below(path, component.getName());
                gather(component.getGenericType(), inner, isSealed, found);
            }
        } else {
            found.merge(path, isSealed, Boolean::logicalAnd);
        }
    }

    /** Fields that stand in a database and not in the map, or readable where it says sealed. */
    public List<String> unnamed(MongoDatabase database) {
        var found = new ArrayList<String>();
        for (String collection : database.listCollectionNames()) {
            var standing = new HashSet<Standing>();
            database.getCollection(collection)
                    .find()
                    .forEach(document -> look("", document, standing));
            found.addAll(unnamed(collection, standing));
        }
        return found;
    }

    List<String> unnamed(String collection, Document document) {
        var standing = new HashSet<Standing>();
        look("", document, standing);
        return unnamed(collection, standing);
    }

    /** Something that stands at a path, in whatever documents. */
    private record Standing(String path, boolean blob) {}

    private static void look(String path, @Nullable Object value, Set<Standing> found) {
        if (value instanceof Document fields) {
            fields.forEach(
                    (name, inner) ->
                            look(below(path, isNestedId(path, name) ? "id" : name), inner, found));
        } else if (value instanceof List<?> items) {
            items.forEach(item -> look(path, item, found));
        } else if (value != null && !path.endsWith("_class")) {
            // the name of a type says nothing that its fields do not
            found.add(new Standing(path, value instanceof Binary));
        }
    }

    /** The mapping writes every component named {@code id} as it does that of the document. */
    private static boolean isNestedId(String path, String name) {
        return !path.isEmpty() && name.equals("_id");
    }

    private List<String> unnamed(String collection, Set<Standing> standing) {
        return standing.stream()
                .filter(one -> !isNamed(collection, one))
                .map(one -> collection + ": " + one.path())
                .sorted()
                .toList();
    }

    private boolean isNamed(String collection, Standing standing) {
        var named = collections.getOrDefault(collection, Map.of());
        var path = standing.path();
        var inState = path.startsWith(STATE) ? path.substring(STATE.length()) : path;
        return says(named, path)
                .or(() -> says(named, inState))
                .or(() -> says(collections.getOrDefault(ANY_COLLECTION, Map.of()), path))
                .filter(isSealed -> !isSealed || standing.blob())
                .isPresent();
    }

    /** Whether a path is sealed; what is sealed as a whole is named by what is in it. */
    private static Optional<Boolean> says(Map<String, Boolean> named, String path) {
        return named.entrySet().stream()
                .filter(field -> isAt(field, path))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static boolean isAt(Map.Entry<String, Boolean> field, String path) {
        var names = List.of(field.getKey().split("\\.", -1));
        var wanted = List.of(path.split("\\.", -1));
        if (names.size() < wanted.size() || (names.size() > wanted.size() && !field.getValue())) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!names.get(i).equals("*") && !names.get(i).equals(wanted.get(i))) {
                return false;
            }
        }
        return true;
    }
}
