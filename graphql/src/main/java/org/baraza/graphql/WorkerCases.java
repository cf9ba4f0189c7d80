// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.cases.CaseQuery;
import org.baraza.cases.CaseState;
import org.baraza.cases.Cases;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;

/** A page of the cases that a mobile worker owns. */
record WorkerCases(ProjectAccess access, CaseQuery query) implements InProject {

    /** One transaction for each project, one statement in it for each worker. */
    static Map<WorkerCases, Connection<CaseNode>> load(Set<WorkerCases> keys, Cases cases) {
        return Batch.byProject(keys, (access, same) -> {
            List<Page<CaseState>> pages =
                    cases.lists(access, same.stream().map(WorkerCases::query).toList());
            Map<WorkerCases, Connection<CaseNode>> loaded = new LinkedHashMap<>();
            for (int n = 0; n < same.size(); n++) {
                loaded.put(
                        same.get(n),
                        CaseController.connection(
                                access, pages.get(n), same.get(n).query()));
            }
            return loaded;
        });
    }
}
