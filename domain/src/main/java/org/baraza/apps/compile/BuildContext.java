// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import org.baraza.apps.model.EngineVersion;

/**
 * What a version is made for.
 *
 * @param base scheme and host of the server, without a slash at the end
 * @param domain the project's name in addresses
 * @param appId the app's origin id, which phones know it by for ever
 * @param buildId of the version that is made
 * @param version its number
 * @param engine the least engine that it runs on
 * @param previous what the version before it counted
 * @param practiceRestores how often the practice user's data has been made, 0 if there is none
 */
public record BuildContext(
        String base,
        String domain,
        String appId,
        String buildId,
        int version,
        EngineVersion engine,
        EngineTexts engineTexts,
        BuildVersions previous,
        int practiceRestores) {

    /** A first version, without texts of the engine. */
    public static BuildContext first(
            String base, String domain, String appId, String buildId, int version, EngineVersion engine) {
        return new BuildContext(base, domain, appId, buildId, version, engine, EngineTexts.NONE, BuildVersions.NONE, 0);
    }

    public BuildContext after(BuildVersions previousVersions) {
        return new BuildContext(
                base, domain, appId, buildId, version, engine, engineTexts, previousVersions, practiceRestores);
    }

    String project() {
        return base + "/a/" + domain;
    }

    String download() {
        return project() + "/apps/download/" + buildId + "/";
    }
}
