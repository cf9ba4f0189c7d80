// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.baraza.problem.Problem.FieldError;

/**
 * The user data that a project accepts. Keys that it does not know are kept: they are of use to apps that know them.
 *
 * @param fields what the project wants to know, in the order of its forms
 */
record UserDataRules(List<UserDataField> fields, List<UserDataProfile> profiles) {

    /**
     * What becomes of the data that somebody gave.
     *
     * @param data with the values of the profile
     * @param errors rules that it breaks
     */
    record Settled(Map<String, String> data, Optional<UserDataProfile> profile, List<FieldError> errors) {}

    Settled settle(Map<String, String> given) {
        Map<String, String> data = new HashMap<>(given);
        data.keySet().removeAll(UserDataKeys.OF_THE_SERVER);
        List<FieldError> errors = new ArrayList<>();
        String profileId = data.getOrDefault(UserDataKeys.PROFILE, "");
        Optional<UserDataProfile> profile = profiles.stream()
                .filter(known -> known.profileId().equals(profileId))
                .findFirst();
        if (profileId.isEmpty()) {
            data.remove(UserDataKeys.PROFILE);
        } else if (profile.isEmpty()) {
            errors.add(error("PROFILE_UNKNOWN", "There is no such profile."));
        }
        profile.ifPresent(known -> apply(known, data, errors));
        fields.forEach(field -> check(field, data.getOrDefault(field.slug(), ""), errors));
        return new Settled(data, profile, errors);
    }

    private static void apply(UserDataProfile profile, Map<String, String> data, List<FieldError> errors) {
        profile.fields().forEach((slug, value) -> {
            String before = data.getOrDefault(slug, "");
            if (!before.isEmpty() && !before.equals(value)) {
                errors.add(error("SET_BY_PROFILE", "'" + slug + "' is set by the profile."));
            }
            data.put(slug, value);
        });
    }

    private static void check(UserDataField field, String value, List<FieldError> errors) {
        if (value.isEmpty()) {
            if (field.required()) {
                errors.add(error("USER_DATA_REQUIRED", field.label() + " is required."));
            }
            return;
        }
        if (!field.choices().isEmpty() && !field.choices().contains(value)) {
            errors.add(error(
                    "USER_DATA_NOT_A_CHOICE",
                    field.label() + " must be one of: " + String.join(", ", field.choices()) + "."));
        }
        if (!field.regex().isEmpty() && !BoundedMatch.matches(field.regex(), value)) {
            errors.add(error(
                    "USER_DATA_NOT_MATCHING",
                    field.regexMessage().isEmpty()
                            ? field.label() + " does not have the expected form."
                            : field.regexMessage()));
        }
    }

    private static FieldError error(String code, String message) {
        return new FieldError("userData", code, message);
    }
}
