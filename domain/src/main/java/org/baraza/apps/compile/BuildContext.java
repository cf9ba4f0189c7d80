// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.Optional;
import java.util.Set;
import org.baraza.apps.model.EngineVersion;
import org.baraza.apps.model.MediaEntry;

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
 * @param media the ids of the media whose content the server has, empty if it has all; an installation stops at what is not there
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
        int practiceRestores,
        Optional<Set<String>> media) {

    /** A first version, without texts of the engine. */
    public static BuildContext first(
            String base, String domain, String appId, String buildId, int version, EngineVersion engine) {
        return new BuildContext(
                base,
                domain,
                appId,
                buildId,
                version,
                engine,
                EngineTexts.NONE,
                BuildVersions.NONE,
                0,
                Optional.empty());
    }

    public BuildContext after(BuildVersions previousVersions) {
        return new BuildContext(
                base, domain, appId, buildId, version, engine, engineTexts, previousVersions, practiceRestores, media);
    }

    /** The same on a server that has no other media than those. */
    public BuildContext withMedia(Set<String> kept) {
        return new BuildContext(
                base,
                domain,
                appId,
                buildId,
                version,
                engine,
                engineTexts,
                previous,
                practiceRestores,
                Optional.of(Set.copyOf(kept)));
    }

    boolean has(MediaEntry medium) {
        return media.isEmpty() || media.get().contains(medium.multimediaId());
    }

    String project() {
        return base + "/a/" + domain;
    }

    String download() {
        return project() + "/apps/download/" + buildId + "/";
    }
}
