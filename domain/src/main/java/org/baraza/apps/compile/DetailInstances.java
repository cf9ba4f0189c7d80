// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baraza.xml.EditableElement;

/** The instances that the lists and pages of an app look into: whatever shows one of them must declare them. */
final class DetailInstances {
    private final Map<String, Set<String>> byDetail = new HashMap<>();

    DetailInstances(List<EditableElement> details, InstanceNames instances) {
        details.forEach(detail ->
                detail.attribute("id").ifPresent(id -> byDetail.put(id, instances.in(List.of(detail)))));
    }

    /** Those of everything that is shown to find a variable. */
    Set<String> of(Datum datum) {
        Set<String> used = new TreeSet<>();
        Stream.of(datum.detailSelect(), datum.detailConfirm(), datum.detailPersistent(), datum.detailInline())
                .flatMap(Optional::stream)
                .forEach(id -> used.addAll(byDetail.getOrDefault(id, Set.of())));
        return used;
    }
}
