// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import java.util.Arrays;
import java.util.Optional;
import org.baraza.exchange.work.RowRefused;

/** What can be wrong with a row, in the words of CommCare HQ's importer. */
public enum RowTrouble {
    INVALID_OWNER_NAME(
            "Invalid Owner Name",
            "Owner name was used in the mapping but there were errors when uploading because of these values."),
    INVALID_OWNER(
            "Invalid Owner",
            "Owners were provided in the mapping but there were errors when uploading because of these values. Make sure the "
                    + "owners in this column are users, case sharing groups, or locations."),
    INVALID_PARENT_ID("Invalid Parent ID", "An invalid or unknown parent case was specified for the uploaded case."),
    INVALID_DATE("Invalid Date", "Date values were specified, but they are not dates: they are written as YYYY-MM-DD."),
    INVALID_CHOICE(
            "Invalid multiple choice value",
            "Values were specified that the data dictionary does not list among the allowed ones."),
    BLANK_EXTERNAL_ID(
            "Blank External ID", "Blank external ids were found in these rows causing as error when importing cases."),
    CASE_GENERATION_ERROR("Case Generation Error", "These rows failed to generate cases."),
    DUPLICATED_LOCATION_NAME(
            "Duplicated Location Name",
            "Owner ID was used in the mapping, but there were errors when uploading because of these values. There are "
                    + "multiple locations with this same name, try using site-code instead."),
    INVALID_LOCATION(
            "Invalid Location",
            "The location of the case owner needs to be at or below the location of the user importing the cases."),
    IMPORT_ERROR("Import Error", "Problems in importing cases. Please check the file."),
    TOO_MANY_MATCHES(
            "Too Many Matches",
            "These rows matched more than one case at the same time - this means that there are cases in your system with "
                    + "the same external ID.");

    private final String title;
    private final String description;

    RowTrouble(String title, String description) {
        this.title = title;
        this.description = description;
    }

    public String title() {
        return title;
    }

    /** The trouble of that code. */
    public static Optional<RowTrouble> ofCode(String code) {
        return Arrays.stream(values())
                .filter(trouble -> trouble.name().equals(code))
                .findFirst();
    }

    /** @param column header at fault; empty when no single one is */
    RowRefused in(String column) {
        return new RowRefused(column, name(), description);
    }

    /** @param detail what exactly is wrong in the column */
    RowRefused in(String column, String detail) {
        return new RowRefused(column, name(), detail);
    }

    /** @param detail what exactly */
    RowRefused saying(String detail) {
        return new RowRefused("", name(), detail);
    }
}
