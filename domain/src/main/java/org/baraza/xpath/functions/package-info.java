// SPDX-License-Identifier: Apache-2.0
/**
 * The functions of CommCare's expressions (generated build: XPath in CommCare), one class for each group, and the table of
 * them. What needs a clock, chance, a place or texts gets it from the surroundings of the expression.
 */
@NullMarked
package org.baraza.xpath.functions;

import org.jspecify.annotations.NullMarked;
