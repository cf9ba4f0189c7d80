// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.claims.Claim;
import org.baraza.claims.ClaimQuery;
import org.baraza.claims.Claims;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;
import org.baraza.paging.PageRequest;

/** A page of the claims that a mobile worker holds. */
record WorkerClaims(ProjectAccess access, String userId, PageRequest page) implements InProject {
    private ClaimQuery query() {
        return new ClaimQuery(userId, page);
    }

    /** One transaction for each project, one statement in it for each worker. */
    static Map<WorkerClaims, Connection<ClaimNode>> load(Set<WorkerClaims> keys, Claims claims) {
        return Batch.byProject(keys, (access, same) -> {
            List<Page<Claim>> pages =
                    claims.lists(access, same.stream().map(WorkerClaims::query).toList());
            Map<WorkerClaims, Connection<ClaimNode>> loaded = new LinkedHashMap<>();
            for (int n = 0; n < same.size(); n++) {
                WorkerClaims key = same.get(n);
                loaded.put(
                        key,
                        Connection.of(pages.get(n), key.page(), Claim::cursor, claim -> new ClaimNode(access, claim)));
            }
            return loaded;
        });
    }
}
