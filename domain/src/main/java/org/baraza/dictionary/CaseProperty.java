// SPDX-License-Identifier: Apache-2.0
package org.baraza.dictionary;

import java.util.List;

/**
 * A property of a type, as the project describes it.
 *
 * @param number small, within the type
 * @param group name of its group; empty when it stands in none
 * @param place its place in its group
 * @param allowedValues what it may be; anything when there are none
 * @param fhirPath which element of a resource of FHIR it is; empty for none
 * @param inData whether a case was ever seen to have it
 */
public record CaseProperty(
        int number,
        String name,
        String label,
        String description,
        DataType dataType,
        boolean deprecated,
        String group,
        int place,
        List<AllowedValue> allowedValues,
        String fhirPath,
        boolean inData) {

    public CaseProperty {
        allowedValues = List.copyOf(allowedValues);
    }

    /** What people read: its label, or its name. */
    public String shownName() {
        return label.isEmpty() ? name : label;
    }

    /**
     * Whether a value is what the project says that it is; what nobody described may be anything (app model, section 13). An
     * empty value is no value.
     */
    public boolean admits(String value) {
        return value.isEmpty()
                || switch (dataType) {
                    case DATE -> IsoDates.isDate(value);
                    case SELECT ->
                        allowedValues.isEmpty()
                                || allowedValues.stream()
                                        .anyMatch(allowed -> allowed.value().equals(value));
                    default -> true;
                };
    }
}
