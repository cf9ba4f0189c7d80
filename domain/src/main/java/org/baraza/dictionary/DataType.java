// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import java.util.Arrays;
import java.util.Optional;

/** What kind of value a property has (app model, section 13). */
public enum DataType {
    UNDEFINED("", ""),
    DATE("date", "Date"),
    PLAIN("plain", "Plain"),
    NUMBER("number", "Number"),
    SELECT("select", "Multiple Choice"),
    BARCODE("barcode", "Barcode"),
    GPS("gps", "GPS"),
    PHONE_NUMBER("phone_number", "Phone Number"),
    PASSWORD("password", "Password");

    private final String wireName;
    private final String title;

    DataType(String wireName, String title) {
        this.wireName = wireName;
        this.title = title;
    }

    /** As CommCare HQ writes it in its JSON. */
    public String wireName() {
        return wireName;
    }

    /** As it stands in workbooks. */
    public String title() {
        return title;
    }

    /** The type of that name, as it stands in JSON or in a workbook, in whatever case. */
    public static Optional<DataType> of(String text) {
        String word = text.strip();
        return Arrays.stream(values())
                .filter(type -> type.wireName.equalsIgnoreCase(word) || type.title.equalsIgnoreCase(word))
                .findFirst();
    }
}
