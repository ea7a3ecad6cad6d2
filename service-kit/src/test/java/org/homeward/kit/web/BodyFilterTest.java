package org.homeward.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

class BodyFilterTest {

    private static final int USUAL = 10;

    private final AtomicLong seconds = new AtomicLong();
    private final BodyFilter filter =
            new BodyFilter(
                    new WebSettings(
                            DataSize.ofBytes(USUAL),
                            Map.of("/images", DataSize.ofBytes(100)),
                            Map.of(),
                            "default-src 'none'",
                            Set.of(),
                            "none"),
                    new ProblemWriter(JsonMapper.shared()),
                    () -> TimeUnit.SECONDS.toNanos(seconds.get()));

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

    @Test
    void an_account_has_one_in_memory_so_that_none_takes_all_places() throws Exception {
        var mine = post("/images", USUAL + 1);
        var second = post("/images", USUAL + 1);
        second.setRemoteUser(mine.getRemoteUser());
        var refused = new MockHttpServletResponse();

        filter.doFilter(
                mine,
                new MockHttpServletResponse(),
                (_, _) -> {
                    filter.doFilter(second, refused, (_, _) -> {});
                    assertThat(send("/images", USUAL + 1).getStatus()).isEqualTo(200);
                });

        assertThat(refused.getStatus()).isEqualTo(503);
        var later = new MockHttpServletResponse();
        filter.doFilter(second, later, (_, _) -> {});
        assertThat(later.getStatus()).isEqualTo(200);
    }

    @Test
    void what_drips_in_is_refused_after_its_time_and_its_place_is_free_again() throws Exception {
        for (int i = 0; i <= BodyFilter.LARGE_AT_ONCE; i++) {
            var late = drip(USUAL + 1, 19);
            assertThat(late.getStatus()).isEqualTo(400);
            assertThat(late.getContentAsString()).contains("within 120 seconds");
        }
        assertThat(drip(USUAL, 19).getStatus()).as("a small one").isEqualTo(400);
        assertThat(drip(USUAL + 1, 10).getStatus()).as("in time").isEqualTo(200);
    }

    /** Sends a byte at a time. */
    private MockHttpServletResponse drip(int length, int pause)
            throws IOException, ServletException {
        var slow =
                new MockHttpServletRequest("POST", "/images") {

                    @Override
                    public int getContentLength() {
                        return length;
                    }

                    @Override
                    public long getContentLengthLong() {
                        return length;
                    }

                    @Override
                    public ServletInputStream getInputStream() {
                        return new DelegatingServletInputStream(new Drops(length, pause));
                    }
                };
        var response = new MockHttpServletResponse();
        filter.doFilter(slow, response, (_, _) -> {});
        return response;
    }

    /** Each byte takes its time. */
    private final class Drops extends InputStream {

        private final int pause;
        private int left;

        Drops(int length, int pause) {
            this.left = length;
            this.pause = pause;
        }

        @Override
        public int read() {
            seconds.addAndGet(pause);
            left--;
            return left < 0 ? -1 : 'x';
        }

        @Override
        public int read(byte[] into, int from, int most) {
            int one = most == 0 ? 0 : read();
            if (one > 0) {
                into[from] = (byte) one;
                return 1;
            }
            return one;
        }
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
        request.setRemoteUser(UUID.randomUUID().toString());
        request.setContent("x".repeat(length).getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
