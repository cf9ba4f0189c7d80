// SPDX-License-Identifier: Apache-2.0
/**
 * Forms as a health worker would send them: about 1.9 KB of XML, one new case and one that was there before. A form is a
 * plan first (what it is to do to which case) and XML second, so that whoever judges the server knows what was meant
 * without reading anything that the server wrote.
 */
@NullMarked
package org.baraza.bench.forms;

import org.jspecify.annotations.NullMarked;
