// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import java.util.ArrayList;
import java.util.List;
import org.baraza.api.pages.JsonBody;
import org.baraza.identity.MemberChange;
import org.baraza.places.Belongings;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;

/** Reads what a program wants a web user to be here. Fields that are not known are passed over, as CommCare HQ does. */
final class WebUserRequest {
    private final JsonBody body;

    private WebUserRequest(JsonBody body) {
        this.body = body;
    }

    static WebUserRequest of(JsonBody body) {
        WebUserRequest request = new WebUserRequest(body);
        request.refuseWhatCannotBe();
        return request;
    }

    /** Needed by what is not there: saying yes to them would be a lie. Who sends back what she read means nothing by it. */
    private void refuseWhatCannotBe() {
        List<FieldError> errors = new ArrayList<>();
        if (body.text("tableau_role").isPresent()) {
            errors.add(unsupported("tableau_role"));
        }
        if (body.list("tableau_groups").filter(groups -> !groups.isEmpty()).isPresent()) {
            errors.add(unsupported("tableau_groups"));
        }
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
    }

    private static FieldError unsupported(String name) {
        return new FieldError(name, "FIELD_UNSUPPORTED", "'" + name + "' cannot be set on this server.");
    }

    /** What becomes different about her: what stands in the body and nothing else. */
    List<MemberChange> changes() {
        List<MemberChange> changes = new ArrayList<>();
        body.text("role").ifPresent(name -> changes.add(new MemberChange.ToRole(name)));
        body.texts("user_data").ifPresent(data -> changes.add(new MemberChange.MoreUserData(data)));
        // Last, because the data of whoever was read names the profile of before.
        body.text("profile").ifPresent(name -> changes.add(new MemberChange.ToProfile(name)));
        return changes;
    }

    /** Where she is to work. */
    Belongings.Wish places() {
        return PlacesWish.of(body, "assigned_location_ids", "primary_location_id");
    }
}
