// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A way to install an app in some of its languages; the first is the one it starts in.
 *
 * @param settings device settings that are otherwise than the app's
 */
public record LanguageProfile(
        String name, List<String> langs, Optional<String> practiceMobileWorkerId, Map<String, String> settings) {
    public LanguageProfile {
        langs = List.copyOf(langs);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    static LanguageProfile of(JsonNode at) {
        return new LanguageProfile(
                Read.text(at, "name"),
                Read.words(at, "langs"),
                Read.filled(at, "practice_mobile_worker_id"),
                Read.strings(at, "settings"));
    }
}
