// SPDX-License-Identifier: Apache-2.0
/** Exports of many rows, beside what the database takes to give them. */
@NullMarked
package org.baraza.bench.export;

import org.jspecify.annotations.NullMarked;
