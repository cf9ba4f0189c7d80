// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.users;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.baraza.identity.NewMobileWorker;
import org.baraza.problem.Problem;
import org.baraza.problem.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a program wants a mobile worker to be. Fields that are not known are passed over, as CommCare HQ does. */
final class WorkerRequest {
    private static final int LONGEST_BODY = 256 * 1024;
    /** Needed by what is not there yet: saying yes to them would be a lie. */
    private static final List<String> REFUSED_WHEN_SET =
            List.of("groups", "locations", "primary_location", "require_account_confirmation");

    private final JsonNode body;

    private WorkerRequest(JsonNode body) {
        this.body = body;
    }

    static NewMobileWorker read(InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw invalid("body", "BODY_TOO_LONG", "The request is too long.");
        }
        try {
            JsonNode body = JsonMapper.shared().readTree(bytes);
            if (!body.isObject()) {
                throw invalid("body", "BODY_INVALID", "The request must be a JSON object.");
            }
            return new WorkerRequest(body).worker();
        } catch (JacksonException e) {
            throw invalid("body", "BODY_INVALID", "The request is not valid JSON.");
        }
    }

    private NewMobileWorker worker() {
        for (String name : REFUSED_WHEN_SET) {
            if (isSet(body.path(name))) {
                throw invalid(name, "FIELD_UNSUPPORTED", "'" + name + "' cannot be set on this server.");
            }
        }
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
        data.remove("commcare_project");
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
