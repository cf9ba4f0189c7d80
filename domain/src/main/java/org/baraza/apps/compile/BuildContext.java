// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.compile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.apps.model.EngineVersion;
import org.baraza.apps.model.MediaEntry;

/**
 * What a version is made for, and of what besides the app.
 *
 * @param previous what the version before it counted
 * @param practice what phones of workers for practice get, by their ids
 * @param draft whether it is of a working copy, of which there is no version
 * @param media the ids of the media whose content the server has, empty if it has all; an installation stops at what is not there
 */
public record BuildContext(
        Goal goal,
        EngineTexts engineTexts,
        BuildVersions previous,
        Map<String, byte[]> practice,
        boolean draft,
        Optional<Set<String>> media) {

    /**
     * Which version is made, and where phones find it.
     *
     * @param base scheme and host of the server, without a slash at the end
     * @param domain the project's name in addresses
     * @param appId the app's origin id, which phones know it by for ever
     * @param buildId of the version that is made
     * @param version its number
     * @param engine the least engine that it runs on
     */
    public record Goal(String base, String domain, String appId, String buildId, int version, EngineVersion engine) {}

    /** A first version, without texts of the engine. */
    public static BuildContext first(
            String base, String domain, String appId, String buildId, int version, EngineVersion engine) {
        return new BuildContext(
                new Goal(base, domain, appId, buildId, version, engine),
                EngineTexts.NONE,
                BuildVersions.NONE,
                Map.of(),
                false,
                Optional.empty());
    }

    public BuildContext after(BuildVersions previousVersions) {
        return new BuildContext(goal, engineTexts, previousVersions, practice, draft, media);
    }

    /** The same on a server that has no other media than those. */
    public BuildContext withMedia(Set<String> kept) {
        return new BuildContext(goal, engineTexts, previous, practice, draft, Optional.of(Set.copyOf(kept)));
    }

    /** The same for a project whose workers for practice have that data. */
    public BuildContext withPractice(Map<String, byte[]> restores) {
        return new BuildContext(goal, engineTexts, previous, Map.copyOf(restores), draft, media);
    }

    /** The same for a working copy, whose files have to be asked for as such. */
    public BuildContext ofDraft() {
        return new BuildContext(goal, engineTexts, previous, practice, true, media);
    }

    boolean has(MediaEntry medium) {
        return media.isEmpty() || media.get().contains(medium.multimediaId());
    }

    String project() {
        return goal.base + "/a/" + goal.domain;
    }

    String download() {
        return project() + "/apps/download/" + goal.buildId + "/";
    }
}
