// SPDX-License-Identifier: Apache-2.0
/** What is done to many cases at once, by forms. */
@NullMarked
package org.baraza.exchange.caseactions;

import org.jspecify.annotations.NullMarked;
