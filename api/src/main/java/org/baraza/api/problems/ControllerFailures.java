// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.problems;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what controllers throw. A half-sent answer is left broken, so that it never looks like a good end. */
@RestControllerAdvice
final class ControllerFailures {

    @ExceptionHandler(Exception.class)
    void answer(Exception failure, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (response.isCommitted()) {
            throw failure;
        }
        send(Failures.answer(request, failure), response);
    }

    private static void send(Answer answer, HttpServletResponse response) throws IOException {
        response.resetBuffer();
        answer.send(response);
    }
}
