package org.homeward.story.site;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.homeward.story.text.Language;
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
@RequestMapping("/{language:tg|ru|en}")
class SitePages {

    private final PublicStories stories;
    private final Frames frames;

    SitePages(PublicStories stories, Frames frames) {
        this.stories = stories;
        this.frames = frames;
    }

    @GetMapping
    String list(
            @PathVariable String language,
            @RequestParam(required = false) @Nullable String older,
            Model model,
            HttpServletResponse response) {
        var spoken = language(language);
        model.addAttribute("list", stories.list(spoken, older));
        return page("site/list", frames.home(spoken), model, response);
    }

    @GetMapping("/stories/{id}")
    String article(
            @PathVariable String language,
            @PathVariable String id,
            Model model,
            HttpServletResponse response) {
        var spoken = language(language);
        var page = uuid(id);
        var article = stories.article(page, spoken);
        model.addAttribute("article", article);
        var frame = frames.article(spoken, "/stories/" + page, article.languages());
        return page("site/article", frame, model, response);
    }

    @GetMapping("/about")
    String about(@PathVariable String language, Model model, HttpServletResponse response) {
        return standing(language, Frames.ABOUT, model, response);
    }

    @GetMapping("/contact")
    String contact(@PathVariable String language, Model model, HttpServletResponse response) {
        return standing(language, Frames.CONTACT, model, response);
    }

    /** Anything else below a language. */
    @GetMapping("/**")
    String nothing() {
        throw new PageNotFound();
    }

    private String standing(
            String language, String name, Model model, HttpServletResponse response) {
        var frame = frames.standing(language(language), name);
        return page("site/" + name, frame, model, response);
    }

    private static String page(
            String view, Frame frame, Model model, HttpServletResponse response) {
        response.setHeader(
                HttpHeaders.CACHE_CONTROL, CacheControl.noCache().getHeaderValue());
        model.addAttribute("frame", frame);
        return view;
    }

    private static Language language(String tag) {
        return Language.of(tag).orElseThrow(PageNotFound::new);
    }

    /**
     * @throws PageNotFound when it is no id as we write them
     */
    static UUID uuid(String id) {
        try {
            var uuid = UUID.fromString(id);
            if (uuid.toString().equals(id)) {
                return uuid;
            }
        } catch (IllegalArgumentException _) {
            throw new PageNotFound();
        }
        throw new PageNotFound();
    }
}
