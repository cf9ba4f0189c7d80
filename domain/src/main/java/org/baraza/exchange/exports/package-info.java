// SPDX-License-Identifier: Apache-2.0
/**
 * What forms and cases become as tables: {@link org.baraza.exchange.exports.ExportPlan} says which columns are wanted, the row
 * makers fill them, writers make files of them. Pure but for the services that read and write. Whatever is read comes in parts,
 * each in a transaction of its own, in an order that does not move.
 */
@NullMarked
package org.baraza.exchange.exports;

import org.jspecify.annotations.NullMarked;
