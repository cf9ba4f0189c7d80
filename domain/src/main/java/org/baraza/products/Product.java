// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that is kept in stock. Its id is what the entries of ledgers name.
 *
 * @param code short, for people and for phones; unique in the project
 * @param unit what one of it is: tablet, sachet, box
 * @param programId empty when it belongs to no program
 * @param cost of one unit, in the project's own money
 * @param data what the project notes beyond this, by names that can stand in XML
 * @param archived whether phones are not given it any more; stock of it stays
 */
public record Product(
        String productId,
        String name,
        String code,
        String unit,
        String description,
        String category,
        String programId,
        @Nullable BigDecimal cost,
        Map<String, String> data,
        boolean archived,
        Instant modifiedAt) {

    /** What was wished when it became as it is. */
    public ProductWish wish() {
        return new ProductWish(name, code, unit, description, category, programId, cost, data);
    }
}
