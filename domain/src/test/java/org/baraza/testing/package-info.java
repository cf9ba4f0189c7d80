// SPDX-License-Identifier: Apache-2.0
/**
 * A small world for tests: a database of its own, a clock that is moved by hand, and the services of one or more nodes.
 * Stands on the test support of persistence; other modules use it too.
 */
@NullMarked
package org.baraza.testing;

import org.jspecify.annotations.NullMarked;
