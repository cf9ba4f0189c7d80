// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.dictionaries;

/**
 * What is wrong with a row that was left out.
 *
 * @param row as spreadsheets show it
 */
public record RowError(String sheet, int row, String message) {}
