package org.homeward.local.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.homeward.local.Refusal;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What the demo plays. Ids and keys come from it alone, so every run of the same file is the same
 * run, wherever it starts.
 *
 * @param publications what is published beside the cases: news, calls for entries
 */
record CasesFile(
        String seed, List<Programme> programmes, List<DemoCase> cases, List<Part> publications) {

    static CasesFile read(Path path) {
        var name = path.getFileName().toString();
        try (var reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            var root = new Yaml(new LoaderOptions()).compose(reader);
            if (root == null) {
                throw new Refusal(name + ": is empty");
            }
            return of(new Part(name, root).only("seed", "programmes", "cases", "publications"));
        } catch (MarkedYAMLException malformed) {
            var mark = malformed.getProblemMark();
            throw new Refusal(
                    name
                            + ":"
                            + (mark == null ? 1 : mark.getLine() + 1)
                            + ": "
                            + malformed.getProblem());
        } catch (NoSuchFileException missing) {
            throw new Refusal(path + " does not exist");
        } catch (IOException | YAMLException unreadable) {
            throw new Refusal(path + " can't be read as UTF-8 text");
        }
    }

    private static CasesFile of(Part root) {
        root.json(); // a slip anywhere is said before anything is sent
        var seed = root.at("seed").text();
        var programmes =
                root.at("programmes").items().stream()
                        .map(part -> Programme.of(part, seed))
                        .toList();
        var byCode = new LinkedHashMap<String, Programme>();
        programmes.forEach(programme -> byCode.put(programme.code(), programme));
        var names = new HashSet<String>();
        var cases =
                root.at("cases").items().stream()
                        .map(part -> DemoCase.of(part, part.at("programme").oneOf(byCode)))
                        .peek(
                                one -> {
                                    if (!names.add(one.name())) {
                                        throw one.part().mistake("two cases have this name");
                                    }
                                })
                        .toList();
        var publications = root.find("publications").map(Part::items).orElse(List.of());
        publications.forEach(
                publication -> {
                    publication.at("name").text();
                    publication.at("programme").oneOf(byCode);
                    DemoCase.story(publication, "name", "programme");
                });
        return new CasesFile(seed, programmes, cases, publications);
    }

    static UUID id(String seed, String what) {
        var hash = UUID.nameUUIDFromBytes((seed + "/" + what).getBytes(StandardCharsets.UTF_8));
        // marked as version 4: the services take no other ids from clients
        return new UUID(
                (hash.getMostSignificantBits() & ~0xF000L) | 0x4000L,
                hash.getLeastSignificantBits());
    }
}
