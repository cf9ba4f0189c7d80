// SPDX-License-Identifier: Apache-2.0
/**
 * The change feed: what changed, written in the transaction of the change, numbered once no older transaction can still
 * commit. Owns the schema {@code feed}.
 *
 * <p>Invariants: a position is never given twice and never leaves a gap; a reader who has seen a position has seen, or can
 * see, everything before it; transaction ids decide only when a row is numbered, so positions survive a dump and restore.
 * Readers across projects use the role {@code baraza_system}, which sees this schema's tables and little else.
 */
@NullMarked
package org.baraza.persistence.changes;

import org.jspecify.annotations.NullMarked;
