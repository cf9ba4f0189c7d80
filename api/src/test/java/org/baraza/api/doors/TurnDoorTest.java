// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Who takes turns, and for how long. */
@Timeout(value = 30, threadMode = ThreadMode.SEPARATE_THREAD)
final class TurnDoorTest {
    private static final FilterChain DONE = (request, response) -> {};

    private final Turns turns = new Turns(1, Duration.ofHours(1), Duration.ofHours(1));
    private final TurnDoor door = new TurnDoor(turns);

    @ParameterizedTest
    @CsvSource({
        "GET, /a/demo/api/v0.5/case/",
        "HEAD, /a/demo/api/case/v2/",
        "GET, /a/demo/data/export/custom/e1",
        "GET, /api/v1/projects",
        "POST, /graphql"
    })
    void whoeverReadsWaitsForATurn(String method, String path) throws InterruptedException {
        Turns.Turn before = turns.take();
        Thread reader = TurnsTest.waiting(() -> through(method, path, DONE));
        before.end();
        reader.join();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /a/demo/receiver/",
        "GET, /a/demo/phone/restore/",
        "POST, /a/demo/api/case/v2/",
        "PATCH, /api/v1/projects/demo",
    })
    void phonesAndWhoeverWritesWaitForNobody(String method, String path) {
        turns.take();
        through(method, path, DONE);
    }

    @Test
    void aTurnIsOverWhenTheAnswerBeginsToLeave() {
        through("GET", "/a/demo/api/v0.5/form/", (request, response) -> {
            response.getOutputStream().write(1);
            turns.take().end();
        });
        through("GET", "/api/v1/projects", (request, response) -> {
            response.getWriter().write("text");
            turns.take().end();
        });
    }

    @Test
    void whatFailsGivesItsTurnBack() {
        try {
            through("GET", "/api/v1/projects", (request, response) -> {
                throw new IOException("gone");
            });
        } catch (UncheckedIOException gone) {
            assertThat(gone).hasMessageContaining("gone");
        }
        turns.take().end();
    }

    @Test
    void whatGoesOnElsewhereHasItsTurnUntilItWrites() throws InterruptedException {
        List<ServletResponse> answers = new ArrayList<>();
        through("POST", "/graphql", (request, response) -> {
            request.startAsync();
            answers.add(response);
        });
        Thread next = TurnsTest.waiting(() -> turns.take().end());
        written(answers.getFirst());
        next.join();
    }

    private static void written(ServletResponse answer) {
        try {
            answer.getOutputStream().write(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void through(String method, String path, FilterChain chain) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setServletPath(path);
        request.setAsyncSupported(true);
        try {
            door.doFilter(request, new MockHttpServletResponse(), chain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }
}
