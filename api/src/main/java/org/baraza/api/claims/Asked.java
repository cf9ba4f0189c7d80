// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.claims;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a phone asks for, whether it stands in the URL or in a form-encoded body.
 *
 * @param parameters by name, without characters that no text in the database may have
 */
record Asked(Map<String, List<String>> parameters) {

    static Asked by(HttpServletRequest request) {
        Map<String, List<String>> read = new LinkedHashMap<>();
        request.getParameterMap()
                .forEach((name, values) -> read.merge(
                        storable(name),
                        Arrays.stream(values).map(Asked::storable).toList(),
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        return new Asked(read);
    }

    private static String storable(String text) {
        return text.replace("\0", "");
    }

    /** The values that say something. */
    List<String> all(String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** The ids under a name, also where several stand in one value, with blanks between. */
    List<String> ids(String name) {
        return all(name).stream()
                .flatMap(value -> Arrays.stream(value.strip().split("\\s+")))
                .distinct()
                .toList();
    }
}
