// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.baraza.api.pages.JsonBody;
import org.baraza.identity.NewMobileWorker;
import org.baraza.identity.WorkerChange;
import org.baraza.places.Belongings;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;

/**
 * Reads what a program wants a mobile worker to be. Fields that are not known are passed over when she is made and refused when
 * she is changed, as CommCare HQ does.
 */
final class WorkerRequest {
    /** Those of a worker that was read are welcome, so that she can be sent back; what cannot be changed of her stays. */
    private static final Set<String> KNOWN = Set.of(
            "id",
            "username",
            "first_name",
            "last_name",
            "email",
            "default_phone_number",
            "phone_numbers",
            "groups",
            "user_data",
            "primary_location",
            "locations",
            "eulas",
            "resource_uri",
            "extras",
            "language",
            "password",
            "role",
            "require_account_confirmation",
            "send_confirmation_email_now");

    private final JsonBody body;

    private WorkerRequest(JsonBody body) {
        this.body = body;
    }

    static WorkerRequest of(JsonBody body) {
        return new WorkerRequest(body);
    }

    /** Whether she chooses her password herself, and until then is not let in. */
    boolean choosesPassword() {
        return body.flag("require_account_confirmation").orElse(false);
    }

    /** Whether the link to do so is mailed at once. */
    boolean mailsNow() {
        return choosesPassword() && body.flag("send_confirmation_email_now").orElse(false);
    }

    /** A worker to be made. */
    NewMobileWorker worker() {
        NewMobileWorker wanted = new NewMobileWorker(
                text("username"),
                choosesPassword()
                        ? ""
                        : body.text("password")
                                .orElseThrow(() -> invalid("password", "PASSWORD_MISSING", "A password is needed.")),
                text("first_name"),
                text("last_name"),
                text("email"),
                text("language"),
                body.list("phone_numbers").orElse(List.of()),
                body.texts("user_data").orElse(Map.of()));
        NewMobileWorker withRole = wanted.with(text("role"));
        return choosesPassword() ? withRole.choosing() : withRole;
    }

    /** Where she is to belong. */
    Belongings.Wish belonging() {
        Belongings.Wish places = PlacesWish.of(body, "locations", "primary_location");
        return new Belongings.Wish(body.list("groups"), places.locationIds(), places.primaryId());
    }

    /** What becomes different about a worker: what stands in the body and nothing else, and never her username. */
    List<WorkerChange> changes() {
        refuseUnknown();
        List<WorkerChange> changes = new ArrayList<>();
        change(changes, "first_name", name -> new WorkerChange.FirstName(text(name)));
        change(changes, "last_name", name -> new WorkerChange.LastName(text(name)));
        change(changes, "email", name -> new WorkerChange.Email(text(name)));
        change(changes, "language", name -> new WorkerChange.Language(text(name)));
        change(changes, "password", name -> new WorkerChange.Password(text(name)));
        change(
                changes,
                "user_data",
                name -> new WorkerChange.UserData(body.texts(name).orElse(Map.of())));
        if (body.has("phone_numbers")) {
            changes.add(new WorkerChange.PhoneNumbers(body.list("phone_numbers").orElse(List.of())));
        } else if (!text("default_phone_number").isEmpty()) {
            changes.add(new WorkerChange.DefaultPhoneNumber(text("default_phone_number")));
        }
        body.text("role").filter(name -> !name.isEmpty()).ifPresent(name -> changes.add(new WorkerChange.Role(name)));
        return changes;
    }

    private void refuseUnknown() {
        List<String> errors = body.names().stream()
                .filter(name -> !KNOWN.contains(name))
                .map(name -> "Attempted to update unknown or non-editable field '" + name + "'")
                .toList();
        if (!errors.isEmpty()) {
            throw invalid(
                    "body",
                    "FIELDS_UNKNOWN",
                    "The request resulted in the following errors: " + String.join(", ", errors));
        }
    }

    private void change(List<WorkerChange> changes, String name, Function<String, WorkerChange> change) {
        if (body.has(name)) {
            changes.add(change.apply(name));
        }
    }

    private String text(String name) {
        return body.text(name).orElse("");
    }

    private static Refused invalid(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}
