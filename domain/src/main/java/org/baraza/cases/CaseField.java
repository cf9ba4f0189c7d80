// SPDX-License-Identifier: Apache-2.0
package org.baraza.cases;

import java.util.Optional;

/** The fields of a case that forms set by a reserved name; every other name is a custom property. */
public enum CaseField {
    TYPE("case_type", 255),
    NAME("case_name", 255),
    OWNER_ID("owner_id", 255),
    EXTERNAL_ID("external_id", 255),
    OPENED_ON("date_opened", Integer.MAX_VALUE),
    LOCATION_ID("location_id", 255);

    private final String elementName;
    private final int maxLength;

    CaseField(String elementName, int maxLength) {
        this.elementName = elementName;
        this.maxLength = maxLength;
    }

    /** The element that sets it. */
    public String elementName() {
        return elementName;
    }

    /** Most characters (not bytes) that a device can store. */
    int maxLength() {
        return maxLength;
    }

    /** What a child of create sets, if it is one of the fields. */
    static Optional<CaseField> inCreate(String element) {
        return switch (element) {
            case "case_type" -> Optional.of(TYPE);
            case "case_name" -> Optional.of(NAME);
            case "owner_id" -> Optional.of(OWNER_ID);
            case "external_id" -> Optional.of(EXTERNAL_ID);
            case "date_opened" -> Optional.of(OPENED_ON);
            default -> Optional.empty();
        };
    }

    /** What a child of update sets, if it is one of the fields. */
    static Optional<CaseField> inUpdate(String element) {
        return switch (element) {
            case "name" -> Optional.of(NAME);
            case "location_id" -> Optional.of(LOCATION_ID);
            default -> inCreate(element);
        };
    }
}
