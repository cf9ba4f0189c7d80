// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.List;
import java.util.Optional;

/** Where the engine finds an instance by its id (generated build, section 7). */
final class InstanceSources {
    private static final List<String> FIXTURES = List.of(
            "item-list:", "commcare-reports:", "commcare-reports-filters:", "schedule:", "indicators:", "commtrack:");

    private InstanceSources() {}

    static Optional<String> of(String id) {
        return switch (id) {
            case "casedb" -> Optional.of("jr://instance/casedb");
            case "commcaresession" -> Optional.of("jr://instance/session");
            case "ledgerdb" -> Optional.of("jr://instance/ledgerdb");
            case "groups" -> Optional.of("jr://fixture/user-groups");
            case "reports" -> Optional.of("jr://fixture/commcare:reports");
            case "locations" -> Optional.of("jr://fixture/locations");
            case "registry", "results" -> Optional.of("jr://instance/remote/" + id);
            default -> named(id);
        };
    }

    private static Optional<String> named(String id) {
        if (id.startsWith("results:")) {
            return Optional.of("jr://instance/remote/" + id);
        }
        if (id.startsWith("search-input:")) {
            return Optional.of("jr://instance/search-input/" + id.substring("search-input:".length()));
        }
        if (id.startsWith("selected_cases") || id.endsWith("selected_cases")) {
            return Optional.of("jr://instance/selected-entities/" + id);
        }
        return FIXTURES.stream().anyMatch(id::startsWith) ? Optional.of("jr://fixture/" + id) : Optional.empty();
    }
}
