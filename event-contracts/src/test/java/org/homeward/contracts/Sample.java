package org.homeward.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An event as it was once written, committed so that it can be read for ever. */
record Sample(Path file, Class<? extends Event> event, ObjectNode json) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path FOLDER = Committed.MODULE.resolve("src/test/resources/samples");

    static List<Sample> all() {
        try (Stream<Path> files = Files.walk(FOLDER, 2)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Sample::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample read(Path file) {
        String type = file.getName(file.getNameCount() - 2).toString();
        return new Sample(
                file,
                EventCatalogue.load().byType(type).orElseThrow(),
                (ObjectNode) JSON.readTree(file));
    }

    Event asEvent() {
        return read(json);
    }

    /** Reads a changed copy of this sample as the event it is of. */
    Event read(ObjectNode changed) {
        return EventJson.read(event, JSON.writeValueAsBytes(changed));
    }

    @Override
    public String toString() {
        return FOLDER.relativize(file).toString();
    }
}
