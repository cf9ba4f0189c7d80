// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.checks;

import java.util.Set;
import java.util.regex.Pattern;

/** Which names properties of cases may have (app model, section 5.1). */
final class PropertyNames {
    private static final Pattern ALLOWED = Pattern.compile("[a-zA-Z][\\w-]*(/[a-zA-Z][\\w-]*)*");

    private static final Set<String> RESERVED =
            Set.of(("actions case_id case_name case_type case_type_id closed closed_by closed_on commtrack computed_"
                            + " computed_modified_on_ create date date-opened date_modified date_opened doc_type"
                            + " domain external-id index indices initial_processing_complete last_modified"
                            + " modified_by modified_on opened_by opened_on parent referrals server_modified_on"
                            + " server_opened_on status type user_id userid version xform_id xform_ids")
                    .split(" ", -1));

    private PropertyNames() {}

    /** One that is only read: names that cannot be written may be. */
    static void checkRead(String property, Place place, Problems problems) {
        if (!ALLOWED.matcher(property).matches()) {
            problems.error(
                    "update_case word illegal",
                    place,
                    property.isBlank()
                            ? "A question is to be filled from a property without a name"
                            : illegal(property));
        }
    }

    private static String illegal(String property) {
        return "\"" + property
                + "\" cannot be a property: names begin with a letter and have letters, digits, - and _ only";
    }

    /** One that is written. */
    static void check(String property, Place place, Problems problems) {
        if (!ALLOWED.matcher(property).matches()) {
            problems.error("update_case word illegal", place, illegal(property));
        } else if (RESERVED.contains(property.substring(property.lastIndexOf('/') + 1))) {
            problems.error(
                    "update_case uses reserved word",
                    place,
                    "\"" + property + "\" has a meaning of its own for cases and cannot be written");
        }
    }
}
