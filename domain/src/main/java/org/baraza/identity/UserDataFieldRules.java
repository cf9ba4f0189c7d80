// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.baraza.problem.Problem.FieldError;

/** What a project may ask to know of its workers, and what a profile may fix. */
final class UserDataFieldRules {
    private static final Pattern SLUG = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final int LONGEST_SLUG = 127;
    private static final int LONGEST_TEXT = 255;
    private static final int MOST_FIELDS = 200;
    private static final int MOST_CHOICES = 500;
    private static final int LONGEST_REGEX = 1_000;
    /** Names that phones and cases use for something else. */
    private static final Set<String> RESERVED =
            Set.of("commtrack-supply-point", "name", "type", "owner_id", "external_id", "hq_user_id", "user_type");

    private UserDataFieldRules() {}

    static List<FieldError> broken(List<UserDataField> fields) {
        if (fields.size() > MOST_FIELDS) {
            return List.of(new FieldError("fields", "TOO_MANY_FIELDS", "At most " + MOST_FIELDS + " fields."));
        }
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < fields.size(); n++) {
            broken("fields." + n, fields.get(n), errors);
            if (!seen.add(fields.get(n).slug())) {
                errors.add(new FieldError("fields." + n + ".slug", "SLUG_TWICE", "A slug stands for one field only."));
            }
        }
        return errors;
    }

    private static void broken(String place, UserDataField field, List<FieldError> errors) {
        if (!isSlug(field.slug())) {
            errors.add(new FieldError(
                    place + ".slug",
                    "SLUG_INVALID",
                    "A slug is a name in XML of at most 127 characters that does not begin with xml or commcare and has no"
                            + " meaning of its own."));
        }
        if (field.label().isBlank() || !isText(field.label())) {
            errors.add(new FieldError(place + ".label", "LABEL_INVALID", "A label has 1 to 255 printable characters."));
        }
        if (field.choices().size() > MOST_CHOICES
                || field.choices().stream().anyMatch(choice -> choice.isBlank() || !isText(choice))) {
            errors.add(new FieldError(
                    place + ".choices",
                    "CHOICES_INVALID",
                    "At most " + MOST_CHOICES + " choices of 1 to 255 printable characters."));
        }
        if (!isRegex(field.regex()) || !isText(field.regexMessage())) {
            errors.add(new FieldError(place + ".regex", "REGEX_INVALID", "This is no regular expression."));
        }
    }

    private static boolean isSlug(String slug) {
        String lower = slug.toLowerCase(java.util.Locale.ROOT);
        return slug.length() <= LONGEST_SLUG
                && SLUG.matcher(slug).matches()
                && !lower.startsWith("xml")
                && !lower.startsWith("commcare")
                && !RESERVED.contains(slug);
    }

    private static boolean isText(String text) {
        return text.length() <= LONGEST_TEXT && TextRules.isPlain(text);
    }

    private static boolean isRegex(String regex) {
        if (regex.length() > LONGEST_REGEX || regex.indexOf('\0') >= 0) {
            return false;
        }
        try {
            Pattern.compile(regex);
            return true;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** What is wrong with a profile of a project that has those fields. */
    static List<FieldError> brokenByProfile(String name, Map<String, String> values, List<UserDataField> fields) {
        List<FieldError> errors = new ArrayList<>();
        if (name.isBlank() || name.length() > LONGEST_SLUG || !TextRules.isPlain(name)) {
            errors.add(new FieldError("name", "NAME_INVALID", "A name has 1 to 127 printable characters."));
        }
        values.keySet().stream()
                .filter(slug -> fields.stream().noneMatch(field -> field.slug().equals(slug)))
                .sorted()
                .forEach(slug -> errors.add(
                        new FieldError("fields", "FIELD_UNKNOWN", "'" + slug + "' is no field of user data.")));
        // What the profile leaves open is for the worker herself to have.
        List<UserDataField> fixed = fields.stream()
                .filter(field -> values.containsKey(field.slug()))
                .toList();
        new UserDataRules(fixed, List.of())
                .settle(values)
                .errors()
                .forEach(error -> errors.add(new FieldError("fields", error.code(), error.message())));
        return errors;
    }
}
