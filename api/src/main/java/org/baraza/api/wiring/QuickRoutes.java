// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the handler of an address among hundreds. Most addresses have the project in them, so that Spring tries one pattern
 * after the other; here those are passed over whose words stand nowhere in the address, which costs a tenth.
 */
final class QuickRoutes extends RequestMappingHandlerMapping {
    private static final String ASKED = QuickRoutes.class.getName();

    private final Map<RequestMappingInfo, List<String[]>> patterns = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo mapping, HttpServletRequest request) {
        String[] asked = asked(request);
        for (String[] pattern : patterns.computeIfAbsent(mapping, QuickRoutes::words)) {
            if (mayMatch(pattern, asked)) {
                return super.getMatchingMapping(mapping, request);
            }
        }
        return null;
    }

    private static List<String[]> words(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().map(QuickRoutes::words).toList();
    }

    /** The words of a pattern, up to where it takes any number of them; null where it takes any. */
    private static @Nullable String[] words(String pattern) {
        String[] segments = pattern.replaceFirst("^/", "").split("/");
        @Nullable String[] words = new String[segments.length];
        for (int i = 0; i < segments.length && !segments[i].contains("**") && !segments[i].startsWith("{*"); i++) {
            words[i] = segments[i].matches("[\\w.$-]+") ? segments[i] : null;
        }
        return words;
    }

    private static String[] asked(HttpServletRequest request) {
        if (request.getAttribute(ASKED) instanceof String[] asked) {
            return asked;
        }
        PathContainer path = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        String[] asked = path.elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(segment -> ((PathSegment) segment).valueToMatch())
                .toArray(String[]::new);
        request.setAttribute(ASKED, asked);
        return asked;
    }

    private static boolean mayMatch(@Nullable String[] words, String[] asked) {
        for (int i = 0; i < words.length && i < asked.length; i++) {
            if (words[i] != null && !words[i].equals(asked[i])) {
                return false;
            }
        }
        return true;
    }
}
