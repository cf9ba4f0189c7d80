// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.openrosa;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.baraza.forms.Receipt;
import org.baraza.openrosa.OpenRosaNature;
import org.baraza.openrosa.OpenRosaResponse;

/** Answers of the receiver (device protocol: answers). What they say depends on the OpenRosa version of the client. */
final class OpenRosaReplies {
    private static final String IGNORED = "√ (this submission was ignored)";

    private OpenRosaReplies() {}

    static void receipt(Receipt receipt, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean version3 = "3.0".equals(request.getHeader("X-OpenRosa-Version"));
        if (fitsHeader(receipt.formId())) {
            response.setHeader("X-CommCareHQ-FormID", receipt.formId());
        }
        response.setHeader("Location", origin(request));
        switch (receipt) {
            case Receipt.Accepted accepted -> success(response, thanks(accepted));
            case Receipt.DeviceReport _ -> success(response, OpenRosaResponse.THANKS);
            case Receipt.AlreadyReceived again -> {
                if (version3) {
                    success(response, OpenRosaResponse.THANKS);
                } else {
                    write(response, 201, OpenRosaNature.SUBMIT_ERROR, again.problem());
                }
            }
            case Receipt.ContentRefused refused -> {
                String problem = refused.error().problem();
                if (version3) {
                    write(response, 422, OpenRosaNature.PROCESSING_FAILURE, problem);
                } else {
                    write(response, 201, OpenRosaNature.SUBMIT_ERROR, problem);
                }
            }
            case Receipt.Unreadable unreadable ->
                write(
                        response,
                        422,
                        OpenRosaNature.PROCESSING_FAILURE,
                        "There was an error processing the form: " + unreadable.reason());
        }
    }

    /** Ids are any text that a form made up; the form is stored by now, so the answer must not fail over it. */
    private static boolean fitsHeader(String formId) {
        return formId.chars().allMatch(c -> c >= ' ' && c <= '~');
    }

    static void ignored(HttpServletResponse response) throws IOException {
        success(response, IGNORED);
    }

    /** What comes before OpenRosa: plain text, as devices show it. */
    static void text(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain; charset=utf-8");
        body(response, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Web apps show the message to the person at the screen. */
    private static String thanks(Receipt.Accepted accepted) {
        return accepted.fromWebApps() ? "Form successfully saved!" : OpenRosaResponse.THANKS;
    }

    private static void success(HttpServletResponse response, String message) throws IOException {
        write(response, 201, OpenRosaNature.SUBMIT_SUCCESS, message);
    }

    private static void write(HttpServletResponse response, int status, OpenRosaNature nature, String message)
            throws IOException {
        response.setStatus(status);
        response.setContentType("text/xml; charset=utf-8");
        response.setHeader("X-OpenRosa-Version", "3.0");
        body(response, OpenRosaResponse.write(nature, message));
    }

    private static void body(HttpServletResponse response, byte[] body) throws IOException {
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String origin(HttpServletRequest request) {
        StringBuilder origin =
                new StringBuilder(request.getScheme()).append("://").append(request.getServerName());
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        return usual
                ? origin.toString()
                : origin.append(':').append(request.getServerPort()).toString();
    }
}
