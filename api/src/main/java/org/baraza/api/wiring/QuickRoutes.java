// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    private static final Pattern WORD = Pattern.compile("[\\w.$-]+");
    private static final String ANYTHING = "";

    private final Map<RequestMappingInfo, List<List<String>>> patterns = new ConcurrentHashMap<>();

    /** The words of an address; a request that is sent on has another one. */
    private record Asked(PathContainer path, List<String> words) {}

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo mapping, HttpServletRequest request) {
        List<String> asked = asked(request);
        for (List<String> pattern : patterns.computeIfAbsent(mapping, QuickRoutes::words)) {
            if (mayMatch(pattern, asked)) {
                return super.getMatchingMapping(mapping, request);
            }
        }
        return null;
    }

    private static List<List<String>> words(RequestMappingInfo mapping) {
        return mapping.getPatternValues().stream().map(QuickRoutes::words).toList();
    }

    /** The words of a pattern, up to where it takes any number of them. */
    private static List<String> words(String pattern) {
        return Stream.of(pattern.replaceFirst("^/", "").split("/"))
                .takeWhile(segment -> !segment.contains("**") && !segment.startsWith("{*"))
                .map(segment -> WORD.matcher(segment).matches() ? segment : ANYTHING)
                .toList();
    }

    private static List<String> asked(HttpServletRequest request) {
        PathContainer path =
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        if (request.getAttribute(ASKED) instanceof Asked asked && asked.path == path) {
            return asked.words;
        }
        List<String> words = path.elements().stream()
                .filter(PathSegment.class::isInstance)
                .map(segment -> ((PathSegment) segment).valueToMatch())
                .toList();
        request.setAttribute(ASKED, new Asked(path, words));
        return words;
    }

    private static boolean mayMatch(List<String> words, List<String> asked) {
        int both = Math.min(words.size(), asked.size());
        for (int i = 0; i < both; i++) {
            if (!words.get(i).isEmpty() && !words.get(i).equals(asked.get(i))) {
                return false;
            }
        }
        return true;
    }
}
