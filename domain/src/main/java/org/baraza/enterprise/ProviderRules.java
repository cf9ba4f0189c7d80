// SPDX-License-Identifier: Apache-2.0
package org.baraza.enterprise;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.baraza.problem.Problem.FieldError;

/** What may be said of an account, an identity provider and an e-mail domain. */
final class ProviderRules {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]([a-z0-9-]{0,48}[a-z0-9])?");
    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_ISSUER = 1_000;
    private static final int LONGEST_CLIENT = 500;
    private static final int MOST_LISTED = 1_000;

    private ProviderRules() {}

    static boolean isDomain(String text) {
        return DOMAIN.matcher(text).matches();
    }

    static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    static List<FieldError> brokenByName(String name) {
        return name.isBlank()
                        || name.strip().length() > LONGEST_NAME
                        || UNSEEN.matcher(name).find()
                ? List.of(new FieldError("name", "NAME_INVALID", "A name has 1 to 255 printable letters."))
                : List.of();
    }

    /** @param isNew whether it needs a slug and a secret */
    static List<FieldError> broken(ProviderWish wish, boolean isNew) {
        List<FieldError> errors = new ArrayList<>(brokenByName(wish.name()));
        if (isNew && !isSlug(wish.slug())) {
            errors.add(new FieldError(
                    "slug",
                    "SLUG_INVALID",
                    "It has 1 to 50 lower-case letters, digits and hyphens, and no hyphen at either end."));
        }
        if (wish.issuer().length() > LONGEST_ISSUER || !isIssuer(wish.issuer())) {
            errors.add(new FieldError(
                    "issuer", "ISSUER_INVALID", "An issuer is an https address without a question mark or a hash."));
        }
        if (wish.clientId().isBlank()
                || wish.clientId().length() > LONGEST_CLIENT
                || UNSEEN.matcher(wish.clientId()).find()) {
            errors.add(new FieldError("clientId", "CLIENT_ID_INVALID", "A client id has 1 to 500 printable letters."));
        }
        if (wish.secret().length() > LONGEST_CLIENT || (isNew && wish.secret().isBlank())) {
            errors.add(new FieldError("secret", "SECRET_INVALID", "A client secret has 1 to 500 letters."));
        }
        errors.addAll(brokenByList("testers", wish.testers()));
        errors.addAll(brokenByList("exempt", wish.exempt()));
        return errors;
    }

    /** OpenID Connect Discovery, section 2: https, and nothing behind the path. Plain http is for this machine alone. */
    private static boolean isIssuer(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && isHere(uri.getHost())));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean isHere(String host) {
        return host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private static List<FieldError> brokenByList(String field, List<String> usernames) {
        if (usernames.size() > MOST_LISTED) {
            return List.of(new FieldError(field, "LIST_TOO_LONG", "A list has at most 1,000 addresses."));
        }
        return usernames.stream().allMatch(username -> isDomain(domainOf(username)))
                ? List.of()
                : List.of(new FieldError(field, "EMAIL_INVALID", "Write one e-mail address in each line."));
    }

    /** What stands behind the at sign, in lower case; empty where there is none, or nothing before it. */
    static String domainOf(String email) {
        int at = email.lastIndexOf('@');
        return at <= 0 ? "" : email.substring(at + 1).strip().toLowerCase(Locale.ROOT);
    }

    /** As people are listed: in lower case, each once. */
    static List<String> settled(List<String> usernames) {
        return usernames.stream()
                .map(username -> username.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
    }
}
