package org.homeward.story.site;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What of the public site is no page; asked for again by every cache, as pages are. */
@Controller
class SiteFiles {

    private static final Pattern WIDTH = Pattern.compile("[1-9][0-9]{0,4}");

    private final PublicStories stories;
    private final Feeds feeds;

    SiteFiles(PublicStories stories, Feeds feeds) {
        this.stories = stories;
        this.feeds = feeds;
    }

    @GetMapping({"/tg" + Feeds.RSS, "/ru" + Feeds.RSS, "/en" + Feeds.RSS})
    ResponseEntity<byte[]> rss(HttpServletRequest request) {
        var language = Reader.language(request);
        return feed("rss+xml", feeds.rss(language, stories.latest(language)));
    }

    @GetMapping({"/tg" + Feeds.ATOM, "/ru" + Feeds.ATOM, "/en" + Feeds.ATOM})
    ResponseEntity<byte[]> atom(HttpServletRequest request) {
        var language = Reader.language(request);
        return feed("atom+xml", feeds.atom(language, stories.latest(language)));
    }

    /**
     * The bytes behind an address never change, so they are only asked whether they may be shown.
     */
    @GetMapping("/stories/{id}/pictures/{picture}/{width}")
    ResponseEntity<byte[]> picture(
            @PathVariable String id, @PathVariable String picture, @PathVariable String width) {
        if (!WIDTH.matcher(width).matches()) {
            throw new PageNotFound();
        }
        var bytes =
                stories.picture(
                        SitePages.uuid(id), SitePages.uuid(picture), Integer.parseInt(width));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + picture + "-" + width + "\"")
                .contentType(MediaType.IMAGE_JPEG)
                .body(bytes);
    }

    private static ResponseEntity<byte[]> feed(String type, byte[] feed) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .contentType(new MediaType("application", type, StandardCharsets.UTF_8))
                .body(feed);
    }
}
