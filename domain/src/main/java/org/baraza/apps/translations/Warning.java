// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.translations;

/**
 * Something of a sheet that could not be used.
 *
 * @param row as spreadsheets show it; 1 for the sheet as a whole
 */
public record Warning(String sheet, int row, String message) {}
