// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.data;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.baraza.forms.FormCondition;
import org.baraza.forms.FormCondition.From;
import org.baraza.forms.FormCondition.Never;
import org.baraza.forms.FormCondition.OfCase;
import org.baraza.forms.FormCondition.Reads;
import org.baraza.forms.FormCondition.Says;
import org.baraza.forms.FormCondition.TextField;
import org.baraza.forms.FormCondition.TimeField;
import org.baraza.forms.FormCondition.Until;
import org.baraza.forms.FormCondition.Xmlns;
import org.baraza.forms.FormList;
import org.jspecify.annotations.Nullable;

/**
 * What the parameters of a request for forms ask for. What the form itself says is looked for in the forms ({@code
 * form.village}); a name that is not known matches nothing.
 */
final class FormParameters {
    private static final Map<String, TextField> TEXTS = Map.ofEntries(
            Map.entry("app_id", TextField.APP_ID),
            Map.entry("build_id", TextField.BUILD_ID),
            Map.entry("appVersion", TextField.APP_VERSION),
            Map.entry("form_id", TextField.FORM_ID),
            Map.entry("_id", TextField.FORM_ID),
            Map.entry("submit_ip", TextField.SUBMIT_IP),
            Map.entry("form.@xmlns", TextField.XMLNS),
            Map.entry("form.@name", TextField.NAME),
            Map.entry("form.meta.instanceID", TextField.FORM_ID),
            Map.entry("form.meta.userID", TextField.USER_ID),
            Map.entry("form.meta.username", TextField.USERNAME),
            Map.entry("form.meta.deviceID", TextField.DEVICE_ID));
    private static final Map<String, TimeField> TIMES = Map.of(
            "received_on", TimeField.RECEIVED_ON,
            "server_modified_on", TimeField.SERVER_MODIFIED_ON,
            "indexed_on", TimeField.INDEXED_ON);
    private static final Set<String> SHOWN = Set.of(
            "id",
            "domain",
            "app_id",
            "build_id",
            "type",
            "version",
            "uiversion",
            "edited_on",
            "archived",
            "problem",
            "metadata",
            "form",
            "attachments",
            "submit_ip",
            "is_phone_submission");
    /** Names of the whole document for what stands in the form. */
    private static final Map<String, String> SAID =
            Map.of("type", "#type", "version", "@version", "uiversion", "@uiVersion");
    private static final String FORM = "form.";
    private static final String ARCHIVED_TOO = "include_archived";

    private FormParameters() {}

    static FormList list(HttpServletRequest request, String project) {
        List<FormCondition> conditions = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!Reserved.is(name) && !name.equals(ARCHIVED_TOO)) {
                for (String value : values) {
                    condition(name, value, project).ifPresent(conditions::add);
                }
            }
        });
        @Nullable String search = request.getParameter("_search");
        if (search != null) {
            conditions.addAll(OldSearch.conditions(search));
        }
        Ordering<TimeField> order = Ordering.of(request, TIMES, SHOWN, new Ordering<>(TimeField.RECEIVED_ON, true));
        return new FormList(
                conditions, request.getParameter(ARCHIVED_TOO) != null, order.field(), order.descending());
    }

    /** Empty where every form of the project passes. */
    private static Optional<FormCondition> condition(String name, String value, String project) {
        if (name.equals("xmlns") || name.equals("xmlns.exact")) {
            return Optional.of(new Xmlns(value));
        }
        if (name.equals("case_id")) {
            return Optional.of(new OfCase(value));
        }
        if (TEXTS.containsKey(name)) {
            return Optional.of(new Reads(TEXTS.get(name), value));
        }
        if (name.equals("domain") && value.equalsIgnoreCase(project)) {
            return Optional.empty();
        }
        if (SAID.containsKey(name)) {
            return Optional.of(new Says(SAID.get(name), value));
        }
        if (name.startsWith(FORM) && name.length() > FORM.length()) {
            return Optional.of(new Says(name.substring(FORM.length()), value));
        }
        return Optional.ofNullable(timed(name, "_start"))
                .<FormCondition>map(field -> new From(field, Times.strict(name, value)))
                .or(() -> Optional.ofNullable(timed(name, "_end"))
                        .map(field -> new Until(field, Times.strict(name, value))))
                .or(() -> Optional.of(new Never()));
    }

    private static @Nullable TimeField timed(String name, String suffix) {
        return name.endsWith(suffix) ? TIMES.get(name.substring(0, name.length() - suffix.length())) : null;
    }
}
