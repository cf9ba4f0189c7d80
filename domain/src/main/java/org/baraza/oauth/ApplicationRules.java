// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.baraza.oauth.Application.Kind;
import org.baraza.problem.Problem.FieldError;

/** What a program must be like to be registered. */
final class ApplicationRules {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_URI = 1000;
    private static final int MOST_URIS = 20;
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");
    /** RFC 8252, section 7.3: a program on the same machine, whatever port it got. */
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");
    /** A browser would run or show them instead of opening a program. */
    private static final Set<String> UNSAFE_SCHEMES =
            Set.of("javascript", "data", "vbscript", "file", "about", "blob", "ws", "wss", "ftp");

    private ApplicationRules() {}

    static List<FieldError> broken(ApplicationWish wish) {
        List<FieldError> errors = new ArrayList<>();
        String name = wish.name().strip();
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || UNSEEN.matcher(name).find()) {
            errors.add(new FieldError("name", "NAME_INVALID", "An application's name has 1 to 255 printable letters."));
        }
        errors.addAll(brokenUris(wish));
        errors.addAll(brokenScopes(wish));
        return errors;
    }

    private static List<FieldError> brokenUris(ApplicationWish wish) {
        if (wish.kind() == Kind.SERVICE) {
            return wish.redirectUris().isEmpty()
                    ? List.of()
                    : List.of(uriError("REDIRECT_URI_UNUSED", "A service sends nobody back, so it has no addresses."));
        }
        if (wish.redirectUris().isEmpty()) {
            return List.of(uriError("REDIRECT_URI_MISSING", "Say where users are sent back to."));
        }
        if (wish.redirectUris().size() > MOST_URIS) {
            return List.of(uriError("TOO_MANY_REDIRECT_URIS", "An application has at most 20 addresses."));
        }
        return wish.redirectUris().stream()
                .flatMap(uri -> brokenUri(uri, wish.kind()).stream())
                .map(reason -> uriError("REDIRECT_URI_INVALID", reason))
                .toList();
    }

    /** OAuth 2.1, section 2.3.1: whole, without a fragment; over TLS unless it stays on the machine. */
    private static Optional<String> brokenUri(String text, Kind kind) {
        if (text.length() > LONGEST_URI || text.contains("*")) {
            return Optional.of("An address has at most 1000 letters and no wildcards.");
        }
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException e) {
            return Optional.of("This is not an address: " + text);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        if (uri.getRawFragment() != null || uri.getRawUserInfo() != null || scheme.isEmpty()) {
            return Optional.of("An address is whole, with its scheme, and without a fragment or a user: " + text);
        }
        return switch (scheme) {
            case "https" -> host.isEmpty() ? Optional.of("This address has no host: " + text) : Optional.empty();
            case "http" ->
                LOOPBACK.contains(host)
                        ? Optional.empty()
                        : Optional.of("Only an address on the same machine may do without https: " + text);
            default -> brokenScheme(scheme, text, kind);
        };
    }

    /** RFC 8252, section 7.1: a scheme of its own is a name that its maker owns, backwards. */
    private static Optional<String> brokenScheme(String scheme, String text, Kind kind) {
        boolean owned = scheme.contains(".") && !UNSAFE_SCHEMES.contains(scheme);
        return kind == Kind.PUBLIC && owned
                ? Optional.empty()
                : Optional.of("Only programs without a secret have a scheme of their own, as org.example.app: " + text);
    }

    private static List<FieldError> brokenScopes(ApplicationWish wish) {
        Set<Scope> known = Scope.ofWireNames(wish.scopes());
        if (known.isEmpty() || known.size() != wish.scopes().size()) {
            return List.of(
                    new FieldError("scopes", "SCOPE_UNKNOWN", "Choose at least one scope, of those that there are."));
        }
        return wish.kind() == Kind.SERVICE && known.stream().anyMatch(Scope::isAboutAPerson)
                ? List.of(new FieldError(
                        "scopes", "SCOPE_NOT_FOR_SERVICES", "A service acts for nobody, so it learns of nobody."))
                : List.of();
    }

    private static FieldError uriError(String code, String message) {
        return new FieldError("redirectUris", code, message);
    }
}
