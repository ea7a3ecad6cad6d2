package org.homeward.story.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.regex.Pattern;
import org.homeward.story.publication.StandsAt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of the public site, in the language of their address. */
@Controller
@RequestMapping({"/tg", "/ru", "/en"})
class SitePages {

    private static final Pattern UUID_AS_WRITTEN =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final PublicStories stories;
    private final Frames frames;

    SitePages(PublicStories stories, Frames frames) {
        this.stories = stories;
        this.frames = frames;
    }

    @GetMapping
    String list(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String older,
            Model model,
            HttpServletResponse response) {
        var language = Reader.language(request);
        var listed = Kinds.read(kind);
        model.addAttribute("list", stories.list(language, listed, older));
        return page("site/list", frames.list(language, listed), model, response);
    }

    @GetMapping("/stories/{id}")
    String article(
            HttpServletRequest request,
            @PathVariable String id,
            Model model,
            HttpServletResponse response) {
        var language = Reader.language(request);
        var page = uuid(id);
        var article = stories.article(page, language);
        model.addAttribute("article", article);
        var frame = frames.article(language, "/stories/" + page, article.languages());
        return page("site/article", frame, model, response);
    }

    @GetMapping("/about")
    String about(HttpServletRequest request, Model model, HttpServletResponse response) {
        return standing(request, Frames.ABOUT, StandsAt.ABOUT, model, response);
    }

    @GetMapping("/contact")
    String contact(HttpServletRequest request, Model model, HttpServletResponse response) {
        return standing(request, Frames.CONTACT, StandsAt.CONTACT, model, response);
    }

    /** Anything else below a language. */
    @GetMapping("/**")
    String nothing() {
        throw new PageNotFound();
    }

    /** With the mission's own words where a page with them is public, else with the site's. */
    private String standing(
            HttpServletRequest request,
            String name,
            StandsAt place,
            Model model,
            HttpServletResponse response) {
        var language = Reader.language(request);
        stories.standing(place, language)
                .ifPresent(article -> model.addAttribute("article", article));
        return page("site/" + name, frames.standing(language, name), model, response);
    }

    private static String page(
            String view, Frame frame, Model model, HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        model.addAttribute("frame", frame);
        return view;
    }

    /**
     * @throws PageNotFound when it is no id as we write them
     */
    static UUID uuid(String id) {
        if (!UUID_AS_WRITTEN.matcher(id).matches()) {
            throw new PageNotFound();
        }
        return UUID.fromString(id);
    }
}
