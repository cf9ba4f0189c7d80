// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.work;

/**
 * Which row.
 *
 * @param sheet empty for work without a workbook
 * @param row as spreadsheets number it; else the place in the selection
 * @param subject what it is about, for people
 */
public record RowPlace(String sheet, int row, String subject) {}
