// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** Whom one can invite, and to what. */
final class InvitationRules {
    private static final int MOST_LOCATIONS = 1_000;

    private InvitationRules() {}

    /** The address as it is kept, and each location once. */
    static InvitationWish settled(InvitationWish wanted) {
        String email = LoginName.normal(wanted.email());
        List<FieldError> errors = new ArrayList<>();
        if (!WebUsers.isEmail(email)) {
            errors.add(new FieldError("email", "EMAIL_INVALID", "This is not an e-mail address."));
        }
        List<String> places = List.copyOf(new LinkedHashSet<>(wanted.assignedLocationIds()));
        if (places.size() > MOST_LOCATIONS) {
            errors.add(new FieldError("locations", "TOO_MANY_LOCATIONS", "One works at 1000 locations at most."));
        }
        if (!wanted.primaryLocationId().isEmpty() && !places.contains(wanted.primaryLocationId())) {
            errors.add(new FieldError(
                    "primaryLocation",
                    "PRIMARY_NOT_ASSIGNED",
                    "The primary location must be one of the assigned locations."));
        }
        errors.addAll(WorkerRules.brokenByData(wanted.userData()));
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
        return new InvitationWish(
                email, wanted.roleName(), wanted.primaryLocationId(), places, wanted.userData(), wanted.profile());
    }
}
