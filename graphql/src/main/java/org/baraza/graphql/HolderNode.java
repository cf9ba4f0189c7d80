// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.graphql.WhyNode.PhoneOfCase;
import org.baraza.identity.ProjectAccess;
import org.baraza.sync.CaseHolder;

/** Somebody who has a case on a phone, or ought to. */
record HolderNode(ProjectAccess access, CaseHolder holder) implements InProject {

    public String userId() {
        return holder.userId();
    }

    public boolean owns() {
        return holder.owns();
    }

    public List<PhoneOfCase> phones() {
        return PhoneOfCase.all(holder.phones());
    }
}
