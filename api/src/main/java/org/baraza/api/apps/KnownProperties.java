// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.apps;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.baraza.apps.AppSummary;
import org.baraza.apps.Apps;
import org.baraza.apps.WorkingCopy;
import org.baraza.apps.compare.CaseUse;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectId;
import org.springframework.stereotype.Component;

/**
 * The properties that the apps of a project know of its types of cases: what any of them saves or reads. What an app says is
 * remembered until it changes, so that asking for one app does not read the others again.
 */
@Component
final class KnownProperties {
    private static final int MOST_REMEMBERED = 2_000;

    private record Edition(ProjectId project, String appId, int version) {}

    private final Apps apps;
    /** The properties of each type, by what was asked for longest ago first. */
    private final Map<Edition, Map<String, List<String>>> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Edition, Map<String, List<String>>> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    KnownProperties(Apps apps) {
        this.apps = apps;
    }

    ApplicationJson.ProjectProperties of(ProjectAccess who) {
        List<AppSummary> all = apps.structures(who);
        List<String> unknown = new ArrayList<>();
        List<Map<String, List<String>>> found = new ArrayList<>();
        synchronized (known) {
            for (AppSummary app : all) {
                Map<String, List<String>> said = known.get(edition(who, app));
                if (said == null) {
                    unknown.add(app.appId());
                } else {
                    found.add(said);
                }
            }
        }
        if (!unknown.isEmpty()) {
            found.addAll(learned(who, apps.structures(who, unknown).values()));
        }
        return type -> found.stream()
                .flatMap(said -> said.getOrDefault(type, List.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Map<String, List<String>>> learned(ProjectAccess who, Collection<WorkingCopy> copies) {
        List<Map<String, List<String>>> said = new ArrayList<>();
        for (WorkingCopy copy : copies) {
            CaseUse use = CaseUse.of(copy.app());
            Map<String, List<String>> properties = new LinkedHashMap<>();
            use.properties().forEach(property -> properties.computeIfAbsent(property.caseType(), use::propertiesOf));
            said.add(properties);
            synchronized (known) {
                known.put(edition(who, copy.summary()), properties);
            }
        }
        return said;
    }

    private static Edition edition(ProjectAccess who, AppSummary app) {
        return new Edition(who.project(), app.appId(), app.version());
    }
}
