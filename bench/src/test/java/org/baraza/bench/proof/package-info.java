// SPDX-License-Identifier: Apache-2.0
/** The proofs in small. */
@NullMarked
package org.baraza.bench.proof;

import org.jspecify.annotations.NullMarked;
