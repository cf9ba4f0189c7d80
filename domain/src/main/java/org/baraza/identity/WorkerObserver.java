// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.Collection;
import org.baraza.persistence.tenancy.ProjectId;
import org.baraza.persistence.tenancy.Tx;

/** Told of what changes about mobile workers, in the transaction that changes it: both are durable or neither. */
@FunctionalInterface
public interface WorkerObserver {
    /** Nobody wants to know. */
    WorkerObserver NOBODY = (tx, project, userIds) -> {};

    void changed(Tx tx, ProjectId project, Collection<String> userIds);
}
