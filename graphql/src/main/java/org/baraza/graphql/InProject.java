// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.function.Supplier;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.ProjectScope;

/** An object of a project, with the access that it was reached with. */
interface InProject {
    ProjectAccess access();

    /** Works in the object's project, whichever thread this is. */
    static <R> R scoped(ProjectAccess access, Supplier<R> work) {
        return ProjectScope.in(access.project(), work::get);
    }
}
