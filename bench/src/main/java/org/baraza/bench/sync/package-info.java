// SPDX-License-Identifier: Apache-2.0
/**
 * Syncs of phones with small and large caseloads, beside a floor: the same rows read and written as XML by a process that does
 * nothing else.
 */
@NullMarked
package org.baraza.bench.sync;

import org.jspecify.annotations.NullMarked;
