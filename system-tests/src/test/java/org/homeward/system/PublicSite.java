package org.homeward.system;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** What stands of stories on the site that everybody reads, beside what the topics tell of them. */
final class PublicSite {

    /** In place of that of a topic. */
    static final String TOPIC = "the public site";

    private static final int OK = 200;
    private static final Pattern ENTRY = Pattern.compile("<(item|entry)>.*?</\\1>", Pattern.DOTALL);

    private PublicSite() {}

    /** Each page that is told of and still there, with its headers and its entries in feeds. */
    static List<Heard> read(Desk desk, List<Heard> told) {
        var pages = new ArrayList<Heard>();
        var feeds = new HashMap<String, String>();
        for (var one : told) {
            if (one.type().equals("homeward.story.published.v1")) {
                one.value()
                        .path("languages")
                        .valueStream()
                        .forEach(
                                language ->
                                        page(desk, one, language.asString(), feeds)
                                                .ifPresent(pages::add));
            }
        }
        return pages;
    }

    private static Optional<Heard> page(
            Desk desk, Heard published, String language, Map<String, String> feeds) {
        var path = "/" + language + published.says("path");
        var page = desk.page(path);
        if (page.statusCode() != OK) {
            return Optional.empty();
        }
        var ofFeeds =
                ENTRY.matcher(feeds.computeIfAbsent(language, _ -> feeds(desk, language)))
                        .results()
                        .map(found -> found.group())
                        .filter(entry -> entry.contains(path))
                        .collect(Collectors.joining("\n"));
        // when it was asked says nothing
        var headers = new HashMap<>(page.headers().map());
        headers.remove("date");
        var value = JsonMapper.shared().createObjectNode();
        value.put("story", published.says("story"));
        value.put("page", page.body() + headers + ofFeeds);
        value.put("text", page.body().replaceAll("<[^>]*>", " "));
        return Optional.of(
                new Heard(TOPIC, published.partition(), published.at(), "", Map.of(), value));
    }

    private static String feeds(Desk desk, String language) {
        return Stream.of("/rss.xml", "/atom.xml")
                .map(feed -> desk.page("/" + language + feed).body())
                .collect(Collectors.joining());
    }
}
