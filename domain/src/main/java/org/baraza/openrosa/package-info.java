// SPDX-License-Identifier: Apache-2.0
/**
 * What devices and the server say to each other around a form: the meta block, the versions in it, the question tree,
 * the body of a submission and the answer to it.
 *
 * <p>Owns no data. Invariants: everything is a pure function of the bytes given; a body that was cut short is never
 * taken as whole; nothing is held in memory beyond the limits the caller sets. Calls {@code org.baraza.xml}
 * and its own reader of multipart bodies.
 */
@NullMarked
package org.baraza.openrosa;

import org.jspecify.annotations.NullMarked;
