// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.baraza.openrosa.OpenRosaNature;
import org.baraza.openrosa.OpenRosaResponse;
import org.baraza.sync.RestoreAnswer;

/** Answers to a request for a restore that are no payload (device protocol: answers). */
final class RestoreReplies {
    private RestoreReplies() {}

    /** Phone and server do not agree about the past. */
    static void startOver(HttpServletResponse response, String reason) throws IOException {
        write(response, 412, OpenRosaResponse.write(OpenRosaNature.OTA_RESTORE_ERROR, reason));
    }

    /** Devices want the header as well as the element. */
    static void pending(HttpServletResponse response, RestoreAnswer.Pending pending) throws IOException {
        int retryAfter = RestoreAnswer.Pending.RETRY_AFTER_SECONDS;
        response.setHeader("Retry-After", Integer.toString(retryAfter));
        write(response, 202, OpenRosaResponse.writePending(pending.done(), pending.total(), retryAfter));
    }

    private static void write(HttpServletResponse response, int status, byte[] body) throws IOException {
        response.setStatus(status);
        response.setContentType("text/xml; charset=utf-8");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
