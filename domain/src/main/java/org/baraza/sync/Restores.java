// SPDX-License-Identifier: Apache-2.0
package org.baraza.sync;

import org.baraza.identity.Permission;
import org.baraza.identity.ProjectAccess;

/**
 * Answers requests for restores: from what is kept where something is, and else by reading one. A demo worker always gets what
 * was frozen for her; a first restore that is too large to wait for is prepared; all others are read at once.
 */
public final class Restores {
    private final DemoRestores demos;
    private final PreparedRestores prepared;
    private final Restore restore;
    private final SyncSweep sweep;

    public Restores(DemoRestores demos, PreparedRestores prepared, Restore restore, SyncSweep sweep) {
        this.demos = demos;
        this.prepared = prepared;
        this.restore = restore;
        this.sweep = sweep;
    }

    /**
     * The answer to a phone, in the project in scope.
     *
     * @param userId whose phone it is: the caller's own, or that of somebody whom she may be
     */
    public RestoreAnswer answer(ProjectAccess access, String userId, RestoreRequest request) {
        access.require(Permission.ACCESS_MOBILE_ENDPOINTS);
        if (request.isOfAnother(userId, access.actor().userId())) {
            return new RestoreAnswer.StartOver(Restore.INVALID_USER);
        }
        sweep.soon();
        return demos.answer(access, userId, request)
                .or(() -> prepared.answer(access, userId, request))
                .orElseGet(() -> restore.prepareFor(access, userId, request));
    }
}
