// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.queue;

import java.util.UUID;
import org.baraza.persistence.tenancy.ProjectId;

/** Names work in the queue. */
record TaskId(ProjectId project, String id) {

    String text() {
        return project + ":" + id;
    }

    static TaskId read(String text) {
        int colon = text.indexOf(':');
        return new TaskId(new ProjectId(UUID.fromString(text.substring(0, colon))), text.substring(colon + 1));
    }
}
