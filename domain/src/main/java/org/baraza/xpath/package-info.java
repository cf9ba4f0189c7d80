// SPDX-License-Identifier: Apache-2.0
/**
 * The expressions of CommCare applications: read to a tree, written back, checked, and evaluated.
 *
 * <p>One dialect serves relevance of menus and questions, node sets of lists, columns, calculations and the checks of the
 * builder: XPath 1.0's paths, predicates and operators with CommCare's functions (generated build: XPath in CommCare).
 * {@link org.baraza.xpath.Expressions} is the way in. Invariants: pure, no clock but the one in
 * {@link org.baraza.xpath.Surroundings}, no SQL; a tree is immutable and always well-formed, with the number of arguments
 * of every known function checked; an evaluation ends after a bounded number of steps; a store may narrow what a step
 * looks at by answering predicates itself, and never changes the result by doing so. Owns no data and calls only the XML
 * tree.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"xml"})
package org.baraza.xpath;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
