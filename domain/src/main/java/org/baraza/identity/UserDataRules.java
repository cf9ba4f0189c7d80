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
        Settled dressed = dress(given);
        List<FieldError> errors = new ArrayList<>(dressed.errors());
        fields.forEach(field -> check(field, dressed.data().getOrDefault(field.slug(), ""), errors));
        return new Settled(dressed.data(), dressed.profile(), errors);
    }

    /** As {@link #settle}, for somebody of whom the project wants to know nothing: only what a profile fixes is checked. */
    Settled dress(Map<String, String> given) {
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
        return new Settled(data, profile, errors);
    }

    /**
     * The data with a profile by its name in place of the one before, whose values go; empty for none.
     *
     * @return empty when there is no such profile
     */
    Optional<Map<String, String>> changed(Map<String, String> before, String name) {
        Map<String, String> data = new HashMap<>(before);
        profiles.stream()
                .filter(known -> known.profileId().equals(before.get(UserDataKeys.PROFILE)))
                .forEach(known -> data.keySet().removeAll(known.fields().keySet()));
        data.remove(UserDataKeys.PROFILE);
        if (name.isEmpty()) {
            return Optional.of(data);
        }
        return profiles.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .map(known -> {
                    data.keySet().removeAll(known.fields().keySet());
                    data.put(UserDataKeys.PROFILE, known.profileId());
                    return data;
                });
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
