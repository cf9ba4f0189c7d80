// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import java.util.Optional;
import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/** Goes back to a version: its content becomes the working copy, and a version is made of that at once (releases: revert). */
public final class Reverting {
    private final AppEditing editing;
    private final Versions versions;

    public Reverting(AppEditing editing, Versions versions) {
        this.editing = editing;
        this.versions = versions;
    }

    /**
     * What came of it.
     *
     * @param version empty where the old content has problems by now, so that no version can be made of it
     */
    public record Reverted(WorkingCopy copy, Optional<AppVersion> version) {}

    /**
     * Needs {@code edit_apps}.
     *
     * @param base scheme and host under which phones reach this server
     */
    public Reverted revert(ProjectAccess who, String buildId, String base) {
        who.require(Permission.EDIT_APPS);
        AppVersion old = versions.find(who, buildId).orElseThrow(() -> new Refused(new Problem.NotFound("version")));
        WorkingCopy copy = editing.revert(who, buildId);
        String comment = "Reverted to version " + old.number() + "\n\nPrevious build comments:\n" + old.comment();
        return switch (versions.make(who, old.appId(), shortened(comment), base)) {
            case Making.Made(AppVersion version, var _) -> new Reverted(copy, Optional.of(version));
            case Making.Stopped _ -> new Reverted(copy, Optional.empty());
        };
    }

    private static String shortened(String comment) {
        return comment.substring(0, Math.min(comment.length(), Versions.LONGEST_COMMENT));
    }
}
