// SPDX-License-Identifier: Apache-2.0
/**
 * Workbooks as rows of texts, read and written as streams. Knows no project and no capability.
 *
 * <p>What is read was sent by anybody: nothing is taken before {@link org.baraza.exchange.workbook.WorkbookLimits} has seen
 * how large it becomes. What is written is opened in spreadsheets: no text of ours becomes a formula, and reading takes
 * back what writing added.
 */
@NullMarked
package org.baraza.exchange.workbook;

import org.jspecify.annotations.NullMarked;
