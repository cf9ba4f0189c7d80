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

/** Reads what a program wants a web user to be here. */
final class WebUserRequest {
    private final JsonBody body;

    private WebUserRequest(JsonBody body) {
        this.body = body;
    }

    /** Names of a web user who was read are welcome, so that she can be sent back; what cannot be changed of her stays. */
    static WebUserRequest of(JsonBody body) {
        List<FieldError> errors = WebUserParameters.errors(body, WebUserResource.SHOWN);
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
        return new WebUserRequest(body);
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
