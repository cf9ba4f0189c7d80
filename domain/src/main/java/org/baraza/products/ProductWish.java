// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a product is to be.
 *
 * @param code made of the name when it is empty
 * @param programId empty for none
 */
public record ProductWish(
        String name,
        String code,
        String unit,
        String description,
        String category,
        String programId,
        @Nullable BigDecimal cost,
        Map<String, String> data) {
    public ProductWish {
        name = name.strip();
        code = code.strip();
        data = Map.copyOf(data);
    }

    ProductWish withCode(String other) {
        return new ProductWish(name, other, unit, description, category, programId, cost, data);
    }
}
