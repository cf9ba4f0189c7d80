// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import org.baraza.cases.CaseReference;
import org.baraza.identity.ProjectAccess;

/** A link seen from its target. */
record ReferenceNode(ProjectAccess access, CaseReference reference) implements InProject {
    public String identifier() {
        return reference.identifier();
    }

    public String relationship() {
        return reference.relationship().wireName();
    }

    public CaseNode getCase() {
        return new CaseNode(access, reference.from());
    }
}
