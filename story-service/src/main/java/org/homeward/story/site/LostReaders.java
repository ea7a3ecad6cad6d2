package org.homeward.story.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** A page for readers at addresses where nothing is; programs get a problem. */
@Component
class LostReaders implements ErrorViewResolver {

    private final Frames frames;

    LostReaders(Frames frames) {
        this.frames = frames;
    }

    @Override
    public @Nullable ModelAndView resolveErrorView(
            HttpServletRequest request, HttpStatus status, Map<String, Object> model) {
        if (status != HttpStatus.NOT_FOUND && !status.is5xxServerError()) {
            return null;
        }
        var notice = status == HttpStatus.NOT_FOUND ? "missing" : "unavailable";
        var frame = frames.notice(Reader.language(request));
        return new ModelAndView("site/notice", Map.of("notice", notice, "frame", frame), status);
    }
}
