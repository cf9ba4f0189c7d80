// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import org.baraza.cases.CaseIndex;
import org.baraza.identity.ProjectAccess;

/** A link from one case to another. */
record IndexNode(ProjectAccess access, CaseIndex index) implements InProject {
    public String identifier() {
        return index.identifier();
    }

    public String caseType() {
        return index.caseType();
    }

    public String caseId() {
        return index.targetId();
    }

    public String relationship() {
        return index.relationship().wireName();
    }
}
