// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.baraza.api.pages.JsonBody;
import org.baraza.problem.Problem.FieldError;

/** The names under which a program says what a web user is to be, now or once she has come. */
final class WebUserParameters {
    private static final Set<String> KNOWN = Set.of(
            "role",
            "primary_location_id",
            "assigned_location_ids",
            "profile",
            "user_data",
            "tableau_role",
            "tableau_groups");

    private WebUserParameters() {}

    /**
     * What is wrong with the names of a request, in the words of CommCare HQ.
     *
     * @param more names that are welcome here besides
     */
    static List<FieldError> errors(JsonBody body, Set<String> more) {
        List<FieldError> errors = new ArrayList<>();
        List<String> unknown = body.names().stream()
                .filter(name -> !KNOWN.contains(name) && !more.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            errors.add(new FieldError(
                    "body", "PARAMETERS_UNKNOWN", "Invalid parameter(s): " + String.join(", ", unknown)));
        }
        // Needed by what is not there: saying yes to them would be a lie.
        if (body.text("tableau_role").isPresent()) {
            errors.add(unsupported("tableau_role"));
        }
        if (body.list("tableau_groups").filter(groups -> !groups.isEmpty()).isPresent()) {
            errors.add(unsupported("tableau_groups"));
        }
        return errors;
    }

    private static FieldError unsupported(String name) {
        return new FieldError(name, "FIELD_UNSUPPORTED", "'" + name + "' cannot be set on this server.");
    }
}
