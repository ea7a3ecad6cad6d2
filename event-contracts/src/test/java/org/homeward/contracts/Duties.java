package org.homeward.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What two people must do, by service, and the part of the page that is made from it. */
record Duties(Map<String, List<Rule>> services) {

    /** Who does one of the first does none of the others. */
    record Rule(List<String> who, List<String> never, String refused) {

        private String row(String service) {
            return "| %s | %s | %s | `%s` |\n"
                    .formatted(service, String.join("; ", who), String.join("; ", never), refused);
        }
    }

    /** Read strictly: a word that it does not know is a mistake. */
    static Duties committed() {
        var strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (InputStream in = Duties.class.getResourceAsStream("duties.yaml")) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .build()
                    .convertValue(new Yaml(strict).<Object>load(in), Duties.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String section() {
        return """

                ## What two people must do

                Made from `duties.yaml` beside the table. Who has done the one, or stands so to the case, is refused the
                other with this problem, whatever roles she has: each pair is tried with somebody who has every role.

                | service | who | never | problem |
                |---|---|---|---|
                """
                + services.keySet().stream()
                        .sorted()
                        .flatMap(
                                service ->
                                        services.getOrDefault(service, List.of()).stream()
                                                .map(rule -> rule.row(service)))
                        .collect(Collectors.joining());
    }
}
