// SPDX-License-Identifier: Apache-2.0
package org.baraza.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.baraza.egress.EgressRules;
import org.baraza.problem.Problem.FieldError;

/** What a connection must be like. */
final class ConnectionRules {
    private static final int LONGEST = 255;
    private static final int MOST_ADDRESSES = 20;
    private static final int MOST_UNTOLD = 100_000;
    private static final int MOST_HEADERS = 30;
    private static final int LONGEST_SECRET = 4_096;
    private static final Pattern MAIL =
            Pattern.compile("[^@\\s,;<>\"]{1,64}@[^@\\s,;<>\"]{1,189}\\.[^@\\s,;<>\".]{1,63}");
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,100}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e\\x80-\\uffff]{0,4096}");

    /** These are how the request itself is framed, or what this server says of it. */
    private static final Set<String> OURS = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "keep-alive",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "idempotency-key",
            "x-baraza-delivery");

    private ConnectionRules() {}

    static List<FieldError> broken(ConnectionWish wish, EgressRules egress) {
        List<FieldError> errors = new ArrayList<>();
        if (wish.name().isBlank() || wish.name().length() > LONGEST) {
            errors.add(new FieldError("name", "NAME_INVALID", "A name has between 1 and 255 letters."));
        }
        checkUrl(errors, "url", wish.url(), egress);
        if (wish.notifyAddresses().isEmpty() || wish.notifyAddresses().size() > MOST_ADDRESSES) {
            errors.add(new FieldError(
                    "notifyAddresses", "ADDRESSES_EXPECTED", "Name 1 to 20 addresses that are told of failures."));
        }
        if (wish.notifyAfter() < 1 || wish.notifyAfter() > MOST_UNTOLD) {
            errors.add(new FieldError("notifyAfter", "NUMBER_OUT_OF_RANGE", "A mail goes after 1 to 100000 failures."));
        }
        wish.notifyAddresses().stream()
                .filter(address -> !MAIL.matcher(address).matches())
                .findFirst()
                .ifPresent(bad -> errors.add(
                        new FieldError("notifyAddresses", "EMAIL_INVALID", "Contains an invalid email address.")));
        checkAuthentication(errors, wish, egress);
        checkHeaders(errors, wish);
        return errors;
    }

    private static void checkUrl(List<FieldError> errors, String field, String url, EgressRules egress) {
        if (url.length() > LONGEST || !egress.mayBeReached(url)) {
            errors.add(new FieldError(field, "URL_INVALID", "Invalid URL"));
        }
    }

    private static void checkAuthentication(List<FieldError> errors, ConnectionWish wish, EgressRules egress) {
        Authentication authentication = wish.authentication();
        AuthType type = authentication.type();
        if (type.needsUsername() && authentication.username().isBlank()) {
            errors.add(new FieldError(
                    "auth.username", "USERNAME_EXPECTED", "Auth type '" + type.label() + "' requires a username."));
        }
        if (type.needsClient() && authentication.clientId().isBlank()) {
            errors.add(new FieldError(
                    "auth.clientId", "CLIENT_EXPECTED", "Auth type '" + type.label() + "' requires a client id."));
        }
        if (type.needsTokenUrl() && authentication.tokenUrl().isBlank()) {
            errors.add(new FieldError(
                    "auth.tokenUrl", "TOKEN_URL_EXPECTED", "Auth type '" + type.label() + "' requires a token URL."));
        }
        if (!authentication.tokenUrl().isEmpty()) {
            checkUrl(errors, "auth.tokenUrl", authentication.tokenUrl(), egress);
        }
        if (!authentication.refreshUrl().isEmpty()) {
            checkUrl(errors, "auth.refreshUrl", authentication.refreshUrl(), egress);
        }
        if (authentication.username().length() > LONGEST
                || authentication.clientId().length() > LONGEST) {
            errors.add(new FieldError("auth", "TOO_LONG", "Names have at most 255 letters."));
        }
        if (isTooLong(wish.password()) || isTooLong(wish.clientSecret())) {
            errors.add(new FieldError("auth", "TOO_LONG", "Secrets have at most 4096 letters."));
        }
    }

    private static boolean isTooLong(Optional<String> secret) {
        return secret.orElse("").length() > LONGEST_SECRET;
    }

    /** Why a script cannot send these headers; empty when it can. The same goes for them as for those of connections. */
    static Optional<String> brokenHeaders(Map<String, String> headers) {
        if (headers.size() > MOST_HEADERS) {
            return Optional.of("At most 30 headers.");
        }
        return headers.entrySet().stream()
                .filter(header -> !mayBeSet(header.getKey())
                        || !HEADER_VALUE.matcher(header.getValue()).matches())
                .findFirst()
                .map(header -> mayBeSet(header.getKey())
                        ? "The value of the header " + header.getKey() + " is no single line."
                        : "The header " + header.getKey() + " cannot be set.");
    }

    private static boolean mayBeSet(String header) {
        return HEADER.matcher(header).matches() && !OURS.contains(header.toLowerCase(Locale.ROOT));
    }

    private static void checkHeaders(List<FieldError> errors, ConnectionWish wish) {
        if (wish.headers().size() > MOST_HEADERS) {
            errors.add(new FieldError("headers", "TOO_MANY", "At most 30 headers."));
        }
        wish.headers().forEach((name, value) -> {
            if (!mayBeSet(name)) {
                errors.add(new FieldError("headers", "HEADER_INVALID", "This header cannot be set."));
            } else if (!HEADER_VALUE.matcher(value.orElse("")).matches()) {
                errors.add(new FieldError("headers", "HEADER_INVALID", "The value of a header is one line."));
            }
        });
    }
}
