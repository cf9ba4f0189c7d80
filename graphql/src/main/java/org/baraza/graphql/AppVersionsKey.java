// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.Map;
import java.util.Set;
import org.baraza.apps.AppVersion;
import org.baraza.apps.VersionQuery;
import org.baraza.apps.Versions;
import org.baraza.identity.ProjectAccess;
import org.baraza.paging.Page;

/** A page of the versions of an application. */
record AppVersionsKey(ProjectAccess access, String appId, VersionQuery query) implements InProject {
    private record Same(ProjectAccess access, VersionQuery query) {}

    /** One transaction for each project and page. */
    static Map<AppVersionsKey, Page<AppVersion>> load(Set<AppVersionsKey> keys, Versions versions) {
        return Batch.by(
                keys,
                key -> new Same(key.access, key.query),
                (access, same) -> Batch.joined(
                        same,
                        AppVersionsKey::appId,
                        versions.list(access, Batch.ids(same, AppVersionsKey::appId), same.getFirst().query),
                        (_, page) -> page));
    }
}
