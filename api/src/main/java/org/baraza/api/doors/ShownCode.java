// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.doors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The code of a phone that programs show beside a password: in a header, or in the query. */
final class ShownCode {
    private static final String HEADER = "X-COMMCAREHQ-OTP";
    private static final String PARAMETER = "otp";

    private ShownCode() {}

    static Optional<String> in(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(HEADER))
                .or(() -> QueryText.parameter(request, PARAMETER))
                .filter(code -> !code.isBlank());
    }
}
