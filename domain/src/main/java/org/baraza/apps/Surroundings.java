// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import org.baraza.apps.checks.CheckContext;
import org.baraza.apps.model.App;
import org.baraza.identity.ProjectAccess;

/** What there is in a project that its apps may refer to, told by those who keep it. Asked in the scope of the project. */
@FunctionalInterface
public interface Surroundings {
    CheckContext of(ProjectAccess who, App app);
}
