package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class BodyFilterTest {

    private static final int USUAL = 10;

    private final BodyFilter filter =
            new BodyFilter(
                    new WebSettings(
                            DataSize.ofBytes(USUAL),
                            Map.of("/images", DataSize.ofBytes(100)),
                            Map.of(),
                            "default-src 'none'",
                            Set.of(),
                            "none"),
                    new ProblemWriter(JsonMapper.shared()));

    @Test
    void large_bodies_are_in_memory_a_few_at_once_and_what_is_small_passes_beside_them()
            throws Exception {
        whileHeld(
                BodyFilter.LARGE_AT_ONCE,
                () -> {
                    var refused = send("/images", USUAL + 1);
                    assertThat(refused.getStatus()).isEqualTo(503);
                    assertThat(refused.getHeader("Retry-After")).isEqualTo("5");
                    assertThat(send("/images", USUAL).getStatus()).isEqualTo(200);
                    assertThat(send("/others", USUAL).getStatus()).isEqualTo(200);
                    assertThat(send("/images", 101).getStatus()).isEqualTo(413);
                });

        assertThat(send("/images", 100).getStatus()).as("when they are through").isEqualTo(200);
    }

    @Test
    void one_that_fails_makes_room_as_well() throws Exception {
        for (int i = 0; i <= BodyFilter.LARGE_AT_ONCE; i++) {
            try {
                filter.doFilter(
                        post("/images", USUAL + 1),
                        new MockHttpServletResponse(),
                        (_, _) -> {
                            throw new ServletException("broken");
                        });
            } catch (ServletException broken) {
                assertThat(broken).hasMessage("broken");
            }
        }

        assertThat(send("/images", USUAL + 1).getStatus()).isEqualTo(200);
    }

    private interface Meanwhile {
        void happens() throws IOException, ServletException;
    }

    /** As many large ones are being worked on while something happens. */
    private void whileHeld(int count, Meanwhile meanwhile) throws IOException, ServletException {
        FilterChain next =
                count == 1
                        ? (_, _) -> meanwhile.happens()
                        : (_, _) -> whileHeld(count - 1, meanwhile);
        filter.doFilter(post("/images", USUAL + 1), new MockHttpServletResponse(), next);
    }

    private MockHttpServletResponse send(String path, int length)
            throws IOException, ServletException {
        var response = new MockHttpServletResponse();
        filter.doFilter(post(path, length), response, (_, _) -> {});
        return response;
    }

    private static MockHttpServletRequest post(String path, int length) {
        var request = new MockHttpServletRequest("POST", path);
        request.setContent("x".repeat(length).getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
