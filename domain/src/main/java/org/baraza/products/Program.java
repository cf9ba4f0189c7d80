// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import java.time.Instant;
import org.baraza.paging.Cursor;

/**
 * What products are kept for, such as malaria or nutrition.
 *
 * @param code short, for people and for phones; unique in the project
 */
public record Program(String programId, String name, String code, Instant modifiedAt) {
    static final String LIST = "programs";

    /** Place of the program in the list by name. */
    public String cursor() {
        return Cursor.of(LIST, ProductRules.key(name));
    }
}
