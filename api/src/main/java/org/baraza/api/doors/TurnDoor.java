// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Set;
import org.baraza.api.doors.Turns.Turn;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Programs that read, and whoever asks in GraphQL, take turns ({@link Turns}). A turn is over when the answer begins to leave:
 * how fast it is read is nobody else's business.
 */
@Component
final class TurnDoor extends OncePerRequestFilter {
    private static final String GRAPHQL = "/graphql";
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Turns turns;

    TurnDoor(Turns turns) {
        this.turns = turns;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.equals(GRAPHQL) && !(READING.contains(request.getMethod()) && isOfPrograms(path));
    }

    private static boolean isOfPrograms(String path) {
        return ProjectPath.of(path)
                .map(under -> Family.of(under.rest()).isForPrograms())
                .orElse(true);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Turn turn = turns.take();
        try {
            chain.doFilter(request, new Leaving(response, turn));
        } finally {
            // What goes on elsewhere has its turn until it writes.
            if (!request.isAsyncStarted()) {
                turn.end();
            }
        }
    }

    /** Ends the turn when something is to be written. */
    private static final class Leaving extends HttpServletResponseWrapper {
        private final Turn turn;

        Leaving(HttpServletResponse response, Turn turn) {
            super(response);
            this.turn = turn;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            turn.end();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            turn.end();
            return super.getWriter();
        }
    }
}
