// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import java.util.List;
import org.baraza.apps.checks.Problem;
import org.baraza.apps.checks.Severity;
import org.baraza.apps.model.App;
import org.jspecify.annotations.Nullable;

/** Something that is wrong with an application, and where, by the names that its builders know. */
record AppProblemNode(
        String place,
        String message,
        Severity severity,
        @Nullable String menuId,
        @Nullable String formId,
        @Nullable String question) {

    static List<AppProblemNode> of(App app, List<Problem> problems) {
        return problems.stream().map(problem -> of(app, problem)).toList();
    }

    private static AppProblemNode of(App app, Problem problem) {
        AppPlaceNode at = AppPlaceNode.of(app, problem.place());
        return new AppProblemNode(
                at.place(), problem.sentence() + ".", problem.severity(), at.menuId(), at.formId(), at.question());
    }
}
