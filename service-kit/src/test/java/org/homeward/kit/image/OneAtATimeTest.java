package org.homeward.kit.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import javax.imageio.IIOException;
import org.homeward.kit.web.Unavailable;
import org.junit.jupiter.api.Test;

/** How many images are made at a time. */
class OneAtATimeTest {

    private final OneAtATime turns = new OneAtATime(Duration.ofMillis(1));

    @Test
    void who_would_wait_too_long_is_asked_to_come_again() throws IOException {
        var second =
                turns.run(
                        () ->
                                catchThrowableOfType(
                                        Unavailable.class, () -> turns.run(() -> "a second one")));

        assertThat(second.extensions()).containsEntry("retryAfter", 5);
    }

    @Test
    void after_one_that_could_not_be_made_comes_the_next() throws IOException {
        assertThatExceptionOfType(IIOException.class)
                .isThrownBy(
                        () ->
                                turns.run(
                                        () -> {
                                            throw new IIOException("no image");
                                        }));

        assertThat(turns.<String>run(() -> "the next")).isEqualTo("the next");
    }
}
