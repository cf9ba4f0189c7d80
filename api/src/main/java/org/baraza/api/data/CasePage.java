// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.baraza.paging.PageRequest;
import org.baraza.problem.Refused;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * A page of cases of the second version. Its cursor carries the parameters of the first request, so that a client which
 * follows {@code next} need not repeat them, and cannot change them on the way.
 *
 * @param parameters those that filter and choose fields
 * @param after cursor of the case before it; empty for the first page
 */
record CasePage(Map<String, List<String>> parameters, int limit, String after) {
    private static final int USUAL = 20;
    private static final int MOST = 5_000;
    private static final String CURSOR = "cursor";
    private static final String LIMIT = "limit";
    private static final String SECOND_FACTOR = "otp";
    private static final Pattern LONE_PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /** @param query as the client wrote it */
    static CasePage of(String query) {
        Map<String, List<String>> parameters = parameters(query);
        List<String> cursors = parameters.getOrDefault(CURSOR, List.of());
        if (cursors.isEmpty()) {
            return first(parameters, "");
        }
        try {
            String carried = new String(Base64.getUrlDecoder().decode(cursors.getFirst()), StandardCharsets.UTF_8);
            int end = carried.indexOf('\n');
            if (end >= 0) {
                return first(parameters(carried.substring(end + 1)), carried.substring(0, end));
            }
        } catch (IllegalArgumentException e) {
            throw CaseSecondParameters.invalid(CURSOR, "This is no cursor of this list.");
        }
        throw CaseSecondParameters.invalid(CURSOR, "This is no cursor of this list.");
    }

    private static CasePage first(Map<String, List<String>> parameters, String after) {
        Map<String, List<String>> others = new LinkedHashMap<>(parameters);
        List<String> limits = others.getOrDefault(LIMIT, List.of());
        others.remove(LIMIT);
        return new CasePage(others, limits.isEmpty() ? USUAL : limit(limits.getFirst()), after);
    }

    private static int limit(String text) {
        int limit;
        try {
            limit = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw badLimit(text);
        }
        if (limit > MOST) {
            throw CaseSecondParameters.invalid(LIMIT, "You cannot request more than " + MOST + " cases per request.");
        }
        if (limit < 0) {
            throw badLimit(text);
        }
        return limit;
    }

    private static Refused badLimit(String text) {
        return CaseSecondParameters.invalid(LIMIT, "'" + text + "' is not a valid value for 'limit'");
    }

    private static Map<String, List<String>> parameters(String query) {
        MultiValueMap<String, String> found =
                UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        found.forEach((name, values) -> {
            List<String> decoded = parameters.computeIfAbsent(decoded(name), key -> new ArrayList<>());
            values.forEach(value -> decoded.add(value == null ? "" : decoded(value)));
        });
        // It says who asks, and filters nothing.
        parameters.remove(SECOND_FACTOR);
        return parameters;
    }

    /** A percent sign that encodes nothing stands for itself. */
    private static String decoded(String text) {
        String written = LONE_PERCENT.matcher(text.replace('+', ' ')).replaceAll("%25");
        return UriUtils.decode(written, StandardCharsets.UTF_8);
    }

    PageRequest request() {
        return new PageRequest(limit, after, true);
    }

    /** The cursor of the page that begins behind a case. */
    String next(String behind) {
        String query = parameters.entrySet().stream()
                .flatMap(parameter ->
                        parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        String carried = behind + "\n" + (query.isEmpty() ? "" : query + "&") + LIMIT + "=" + limit;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(carried.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}
