// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import java.util.Map;
import org.baraza.dictionary.CaseProperty;
import org.baraza.dictionary.DataType;
import org.baraza.dictionary.DescribedType;

/** The data dictionary says which values dates and choices may have. */
public final class DictionaryCheck {
    private DictionaryCheck() {}

    /**
     * Looks at values that properties of a case of the type are to have.
     *
     * @throws org.baraza.exchange.work.RowRefused for one that the property may not have
     */
    public static void refuse(DescribedType type, Map<String, String> values) {
        values.forEach((name, value) -> type.property(name)
                .filter(property -> !property.admits(value.strip()))
                .ifPresent(property -> refuse(property, value)));
    }

    private static void refuse(CaseProperty property, String value) {
        String name = property.name();
        throw property.dataType() == DataType.DATE
                ? RowTrouble.INVALID_DATE.in(name, "\"" + value + "\" is no date: dates are written as YYYY-MM-DD.")
                : RowTrouble.INVALID_CHOICE.in(
                        name,
                        "\"" + value + "\" is none of the values that the data dictionary allows for " + name + ".");
    }
}
