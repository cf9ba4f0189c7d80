// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which fields of a case a request wants to see.
 *
 * @param paths with dots between the levels
 * @param only whether these are the only ones wanted, or those not wanted; nothing is left out when there are none
 */
record CaseFields(Set<String> paths, boolean only) {
    private static final String FIELDS = "fields";
    private static final String EXCLUDE = "exclude";

    static boolean isParameter(String name) {
        return name.equals(FIELDS)
                || name.startsWith(FIELDS + ".")
                || name.equals(EXCLUDE)
                || name.startsWith(EXCLUDE + ".");
    }

    static CaseFields of(Map<String, List<String>> parameters) {
        Set<String> wanted = paths(parameters, FIELDS);
        Set<String> unwanted = paths(parameters, EXCLUDE);
        if (!wanted.isEmpty() && !unwanted.isEmpty()) {
            throw CaseSecondParameters.invalid(EXCLUDE, "You cannot use both 'fields' and 'exclude'.");
        }
        return wanted.isEmpty() ? new CaseFields(unwanted, false) : new CaseFields(wanted, true);
    }

    private static Set<String> paths(Map<String, List<String>> parameters, String family) {
        Set<String> paths = new LinkedHashSet<>();
        parameters.forEach((name, values) -> {
            if (name.equals(family) || name.startsWith(family + ".")) {
                String parent = name.equals(family) ? "" : name.substring(family.length() + 1) + ".";
                values.stream()
                        .flatMap(value -> Stream.of(value.split(",")))
                        .map(String::strip)
                        .filter(path -> !path.isEmpty())
                        .forEach(path -> paths.add(parent + path));
            }
        });
        return paths;
    }

    /** Takes away what is not wanted. */
    ObjectNode of(ObjectNode json) {
        if (!paths.isEmpty()) {
            prune(json, "");
        }
        return json;
    }

    private void prune(ObjectNode json, String parent) {
        for (String name : new ArrayList<>(json.propertyNames())) {
            String path = parent + name;
            JsonNode value = json.get(name);
            boolean partly = paths.stream().anyMatch(wanted -> wanted.startsWith(path + "."));
            if (paths.contains(path)) {
                if (!only) {
                    json.remove(name);
                }
            } else if (partly && value instanceof ObjectNode inside) {
                prune(inside, path + ".");
            } else if (only) {
                json.remove(name);
            }
        }
    }
}
