// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Map;
import java.util.Optional;

/** The sources of an app's forms, as their builder wrote them, by the unique id of the form. */
@FunctionalInterface
public interface FormSources {
    Optional<String> of(String formUniqueId);

    static FormSources of(Map<String, String> byFormId) {
        Map<String, String> sources = Map.copyOf(byFormId);
        return formUniqueId -> Optional.ofNullable(sources.get(formUniqueId));
    }
}
