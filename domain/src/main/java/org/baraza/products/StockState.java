// SPDX-License-Identifier: Apache-2.0
package org.baraza.products;

/**
 * How a project stands to stock.
 *
 * @param tracksStock whether phones are given its products and programs
 * @param version never the same for two lists of products
 */
record StockState(boolean tracksStock, long version) {
    static final StockState NONE = new StockState(false, 0);
}
