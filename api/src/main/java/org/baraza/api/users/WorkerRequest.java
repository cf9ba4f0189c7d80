// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.baraza.api.hq.JsonBody;
import org.baraza.identity.NewMobileWorker;
import org.baraza.identity.WorkerChange;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import tools.jackson.databind.JsonNode;

/** Reads what a program wants a mobile worker to be. Fields that are not known are passed over, as CommCare HQ does. */
final class WorkerRequest {
    private static final int LONGEST_BODY = 256 * 1024;
    /** Needed by what is not there yet: saying yes to them would be a lie. */
    private static final List<String> REFUSED_WHEN_SET = List.of(
            "groups", "locations", "primary_location", "require_account_confirmation", "send_confirmation_email_now");

    private final JsonNode body;

    private WorkerRequest(JsonNode body) {
        this.body = body;
    }

    static WorkerRequest read(InputStream input) throws IOException {
        WorkerRequest request = new WorkerRequest(JsonBody.read(input, LONGEST_BODY));
        request.refuseWhatCannotBe();
        return request;
    }

    private void refuseWhatCannotBe() {
        for (String name : REFUSED_WHEN_SET) {
            if (isSet(body.path(name))) {
                throw invalid(name, "FIELD_UNSUPPORTED", "'" + name + "' cannot be set on this server.");
            }
        }
    }

    /** A worker to be made. */
    NewMobileWorker worker() {
        if (!body.hasNonNull("password")) {
            throw invalid("password", "PASSWORD_MISSING", "A password is needed.");
        }
        return new NewMobileWorker(
                text("username"),
                text("password"),
                text("first_name"),
                text("last_name"),
                text("email"),
                text("language"),
                numbers(),
                data());
    }

    /** What becomes different about a worker: what stands in the body and nothing else, and never her username. */
    List<WorkerChange> changes() {
        List<WorkerChange> changes = new ArrayList<>();
        change(changes, "first_name", name -> new WorkerChange.FirstName(text(name)));
        change(changes, "last_name", name -> new WorkerChange.LastName(text(name)));
        change(changes, "email", name -> new WorkerChange.Email(text(name)));
        change(changes, "language", name -> new WorkerChange.Language(text(name)));
        change(changes, "user_data", _ -> new WorkerChange.UserData(data()));
        change(changes, "password", name -> new WorkerChange.Password(text(name)));
        if (body.has("phone_numbers")) {
            changes.add(new WorkerChange.PhoneNumbers(numbers()));
        } else if (!text("default_phone_number").isEmpty()) {
            changes.add(new WorkerChange.DefaultPhoneNumber(text("default_phone_number")));
        }
        return changes;
    }

    private void change(List<WorkerChange> changes, String name, Function<String, WorkerChange> change) {
        if (body.has(name)) {
            changes.add(change.apply(name));
        }
    }

    private static boolean isSet(JsonNode value) {
        return !(value.isMissingNode()
                || value.isNull()
                || value.isContainer() && value.isEmpty()
                || value.isString() && value.stringValue().isEmpty()
                || value.isBoolean() && !value.booleanValue());
    }

    private String text(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isString()) {
            throw invalid(name, "FIELD_INVALID", "'" + name + "' must be a text.");
        }
        return value.stringValue();
    }

    private List<String> numbers() {
        List<String> numbers = new ArrayList<>();
        for (JsonNode number : container("phone_numbers", JsonNode::isArray, "a list")) {
            numbers.add(scalar("phone_numbers", number));
        }
        return numbers;
    }

    /** Phones know texts only, so numbers and truths become texts here. */
    private Map<String, String> data() {
        Map<String, String> data = new HashMap<>();
        for (var field : container("user_data", JsonNode::isObject, "an object").properties()) {
            data.put(field.getKey(), scalar("user_data", field.getValue()));
        }
        return data;
    }

    private JsonNode container(String name, Predicate<JsonNode> kind, String article) {
        JsonNode value = body.path(name);
        if (!value.isMissingNode() && !value.isNull() && !kind.test(value)) {
            throw invalid(name, "FIELD_INVALID", "'" + name + "' must be " + article + ".");
        }
        return value;
    }

    private static String scalar(String name, JsonNode value) {
        if (value.isContainer()) {
            throw invalid(name, "FIELD_INVALID", "'" + name + "' holds texts only.");
        }
        return value.isNull() ? "" : value.asString();
    }

    private static Refused invalid(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}
