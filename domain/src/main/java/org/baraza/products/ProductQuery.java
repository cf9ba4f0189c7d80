// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

import org.baraza.paging.Cursor;
import org.baraza.paging.PageRequest;

/**
 * A page of products, by name.
 *
 * @param search beginning of the name, or the whole code; everything when empty
 * @param archived whether those that are archived are wanted, and else the others
 */
public record ProductQuery(String search, boolean archived, PageRequest page) {
    static final String LIST = "products";

    /** Place of a product in the list. */
    public static String cursor(Product product) {
        return Cursor.of(LIST, ProductRules.key(product.name()), product.productId());
    }
}
