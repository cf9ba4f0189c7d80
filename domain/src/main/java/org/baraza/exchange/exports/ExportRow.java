// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

/**
 * A row of a table of an export.
 *
 * @param table its place among the tables that are written
 */
record ExportRow(int table, String[] cells) {}
