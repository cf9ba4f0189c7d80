// SPDX-License-Identifier: Apache-2.0
/** What phones are made to send. */
@NullMarked
package org.baraza.bench.forms;

import org.jspecify.annotations.NullMarked;
