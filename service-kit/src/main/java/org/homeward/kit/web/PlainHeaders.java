package org.homeward.kit.web;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The security headers of an answer that never came through the filters that write them: one to a
 * request that was too broken to be let in. Such an answer is never a page.
 */
public final class PlainHeaders {

    private PlainHeaders() {}

    public static void write(HttpServletResponse response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Strict-Transport-Security", "max-age=31536000 ; includeSubDomains");
    }
}
