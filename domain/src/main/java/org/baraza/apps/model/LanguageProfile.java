// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A way to install an app in some of its languages; the first is the one it starts in. */
public record LanguageProfile(String name, List<String> langs, Optional<String> practiceMobileWorkerId) {
    public LanguageProfile {
        langs = List.copyOf(langs);
    }

    static LanguageProfile of(JsonNode at) {
        return new LanguageProfile(
                Read.text(at, "name"), Read.words(at, "langs"), Read.filled(at, "practice_mobile_worker_id"));
    }
}
