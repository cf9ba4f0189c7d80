// SPDX-License-Identifier: Apache-2.0
/**
 * What jobs are made of: {@link org.baraza.exchange.work.Work}, row by row, each row a {@link
 * org.baraza.exchange.work.Step} that is done whole or not at all. Knows no kind of work.
 */
@NullMarked
package org.baraza.exchange.work;

import org.jspecify.annotations.NullMarked;
