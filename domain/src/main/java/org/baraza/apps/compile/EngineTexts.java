// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.Map;

/** What the engine itself says on its screens, by key, as far as it is known in a language. */
@FunctionalInterface
public interface EngineTexts {
    EngineTexts NONE = language -> Map.of();

    Map<String, String> in(String language);
}
