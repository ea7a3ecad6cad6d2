package org.homeward.story.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What readers see where there is no page: nothing is kept by any cache, and no reason is told. */
@ControllerAdvice(assignableTypes = {SitePages.class, EntryPages.class, SiteFiles.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class Notices {

    private static final String TRY_AGAIN_SECONDS = "15";

    private final Frames frames;

    Notices(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler(PageNotFound.class)
    ModelAndView missing(HttpServletRequest request, HttpServletResponse response) {
        return notice("missing", HttpStatus.NOT_FOUND, request, response);
    }

    @ExceptionHandler(PageGone.class)
    ModelAndView gone(HttpServletRequest request, HttpServletResponse response) {
        return notice("gone", HttpStatus.GONE, request, response);
    }

    @ExceptionHandler({PageNotKnown.class, DataAccessException.class})
    ModelAndView unavailable(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, TRY_AGAIN_SECONDS);
        return notice("unavailable", HttpStatus.SERVICE_UNAVAILABLE, request, response);
    }

    private ModelAndView notice(
            String name,
            HttpStatus status,
            HttpServletRequest request,
            HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        var language = Reader.language(request);
        return new ModelAndView(
                "site/notice", Map.of("notice", name, "frame", frames.notice(language)), status);
    }
}
