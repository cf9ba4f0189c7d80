// SPDX-License-Identifier: Apache-2.0
/**
 * Work that some node does soon, whichever it is, and again when that node dies. {@link
 * org.baraza.persistence.queue.TaskQueue} takes it in the transaction that wants it done, {@link
 * org.baraza.persistence.queue.TaskRunner} does it at least once. The queue knows only ids: what the work is, stands in the
 * tables of its project.
 */
@NullMarked
package org.baraza.persistence.queue;

import org.jspecify.annotations.NullMarked;
