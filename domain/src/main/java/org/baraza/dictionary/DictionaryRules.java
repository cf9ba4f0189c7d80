// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.baraza.problem.Problem;
import org.baraza.problem.Problem.FieldError;
import org.baraza.problem.Refused;
import org.jspecify.annotations.Nullable;

/** What types, groups and properties may be called and what may be said of them. Pure. */
final class DictionaryRules {
    static final int MOST_TYPES = 1_000;
    static final int MOST_PROPERTIES = 2_000;
    static final int MOST_GROUPS = 200;
    static final int MOST_VALUES = 1_000;
    static final int LAST_PLACE = 1_000_000;

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 2_000;
    private static final Pattern TYPE = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern PROPERTY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_.-]*");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cntrl}");

    /** What phones and CommCare HQ keep for themselves. */
    private static final Set<String> RESERVED = Set.of("commcare_case_copy");

    private DictionaryRules() {}

    static boolean isTypeName(String name) {
        return name.length() <= LONGEST_NAME && TYPE.matcher(name).matches();
    }

    static boolean isPropertyName(String name) {
        return name.length() <= LONGEST_NAME && PROPERTY.matcher(name).matches() && !RESERVED.contains(name);
    }

    static void checkType(String name, String description, String fhirResourceType) {
        List<FieldError> errors = new ArrayList<>();
        typeName(errors, "name", name);
        text(errors, "description", description);
        if (!fhirResourceType.isEmpty()
                && !FhirNames.RESOURCE.matcher(fhirResourceType).matches()) {
            errors.add(new FieldError(
                    "fhirResourceType", "RESOURCE_INVALID", "A resource of FHIR is wanted, such as Patient."));
        }
        refuse(errors);
    }

    private static void typeName(List<FieldError> errors, String field, String name) {
        if (!isTypeName(name)) {
            errors.add(new FieldError(
                    field,
                    "CASE_TYPE_INVALID",
                    "A case type has letters, digits, hyphens and underscores, and no blanks: \"" + name + "\"."));
        }
    }

    static void check(DictionaryChange change) {
        List<FieldError> errors = new ArrayList<>();
        refuseMany("groups", MOST_GROUPS, change.groups().stream().map(DictionaryChange.Group::caseType));
        refuseMany(
                "properties", MOST_PROPERTIES, change.properties().stream().map(DictionaryChange.Property::caseType));
        for (int place = 0; place < change.groups().size(); place++) {
            group(errors, "groups." + place, change.groups().get(place));
        }
        for (int place = 0; place < change.properties().size(); place++) {
            property(errors, "properties." + place, change.properties().get(place));
        }
        refuse(errors);
    }

    /** Refuses more of a type at once than it can have. */
    private static void refuseMany(String field, int most, Stream<String> types) {
        Map<String, Integer> counts = new HashMap<>();
        types.forEach(type -> {
            if (counts.merge(type, 1, Integer::sum) > most) {
                throw refused(field, "TOO_MANY", "Change at most " + most + " " + field + " of a case type at once.");
            }
        });
    }

    private static void group(List<FieldError> errors, String field, DictionaryChange.Group group) {
        typeName(errors, field + ".caseType", group.caseType());
        groupName(errors, field + ".name", group.name());
        place(errors, field + ".place", group.place());
        text(errors, field + ".description", group.description());
    }

    private static void groupName(List<FieldError> errors, String field, String name) {
        if (name.isBlank()
                || name.length() > LONGEST_NAME
                || UNSEEN.matcher(name).find()) {
            errors.add(new FieldError(field, "GROUP_INVALID", "A group has a name of at most 255 characters."));
        }
    }

    private static void property(List<FieldError> errors, String field, DictionaryChange.Property property) {
        typeName(errors, field + ".caseType", property.caseType());
        if (!isPropertyName(property.name())) {
            errors.add(new FieldError(
                    field + ".name",
                    "PROPERTY_INVALID",
                    "A property begins with a letter and has letters, digits, hyphens and underscores, and no blanks: \""
                            + property.name() + "\"."));
        }
        place(errors, field + ".place", property.place());
        text(errors, field + ".label", property.label());
        text(errors, field + ".description", property.description());
        fhirPath(errors, field + ".fhirPath", property.fhirPath());
        String group = property.group();
        if (group != null && !group.isEmpty()) {
            groupName(errors, field + ".group", group);
        }
        List<AllowedValue> allowed = property.allowedValues();
        if (allowed != null) {
            values(errors, field + ".allowedValues", property.name(), allowed);
        }
    }

    private static void fhirPath(List<FieldError> errors, String field, @Nullable String path) {
        if (path == null || path.isBlank()) {
            return;
        }
        if (!FhirNames.PATH.matcher(path.strip()).matches()) {
            errors.add(new FieldError(field, "PATH_INVALID", "A path like name[0].given[0] is wanted."));
        } else if (FhirNames.isTaken(path.strip())) {
            errors.add(new FieldError(
                    field,
                    "PATH_TAKEN",
                    "What a resource is and how it is found is said already: identifiers are a list."));
        }
    }

    private static void values(List<FieldError> errors, String field, String name, List<AllowedValue> allowed) {
        Set<String> seen = new HashSet<>();
        if (allowed.size() > MOST_VALUES) {
            errors.add(new FieldError(field, "TOO_MANY", "A property has at most 1000 allowed values."));
        }
        for (AllowedValue value : allowed) {
            text(errors, field, value.description());
            if (value.value().isBlank()
                    || value.value().length() > LONGEST_NAME
                    || UNSEEN.matcher(value.value()).find()) {
                errors.add(new FieldError(
                        field,
                        "VALUE_INVALID",
                        "An allowed value of " + name + " is empty or longer than 255 characters."));
            } else if (!seen.add(value.value())) {
                errors.add(new FieldError(
                        field, "VALUE_TWICE", "The value \"" + value.value() + "\" of " + name + " is listed twice."));
            }
        }
    }

    private static void place(List<FieldError> errors, String field, @Nullable Integer place) {
        if (place != null && (place < 0 || place > LAST_PLACE)) {
            errors.add(new FieldError(field, "PLACE_INVALID", "A place is a number from 0 to " + LAST_PLACE + "."));
        }
    }

    /** The place behind the last one; the last of all where that is taken, as names decide between equals. */
    static int placeAfter(int last) {
        return Math.min(last, LAST_PLACE - 1) + 1;
    }

    private static void text(List<FieldError> errors, String field, @Nullable String text) {
        if (text != null && (text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0)) {
            errors.add(new FieldError(field, "TEXT_INVALID", "At most 2000 characters of plain text."));
        }
    }

    private static void refuse(List<FieldError> errors) {
        if (!errors.isEmpty()) {
            throw new Refused(new Problem.Invalid(errors));
        }
    }

    static Refused refused(String field, String code, String message) {
        return new Refused(Problem.Invalid.field(field, code, message));
    }
}
