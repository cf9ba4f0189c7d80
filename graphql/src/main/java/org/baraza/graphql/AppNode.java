// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.time.Instant;
import org.baraza.apps.AppSummary;
import org.baraza.apps.WorkingCopy;
import org.baraza.identity.ProjectAccess;

/** An application. */
record AppNode(ProjectAccess access, AppSummary summary) implements InProject {
    static AppNode of(ProjectAccess access, WorkingCopy copy) {
        return new AppNode(access, copy.summary());
    }

    public String appId() {
        return summary.appId();
    }

    public String name() {
        return summary.name();
    }

    public int version() {
        return summary.version();
    }

    public Instant createdAt() {
        return summary.createdAt();
    }

    public Instant modifiedAt() {
        return summary.modifiedAt();
    }

    public String modifiedBy() {
        return summary.modifiedBy();
    }

    public boolean deleted() {
        return summary.deleted();
    }

    Key key() {
        return new Key(access, summary.appId());
    }
}
