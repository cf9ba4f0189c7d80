// SPDX-License-Identifier: Apache-2.0
/** What is done to many forms at once. */
@NullMarked
package org.baraza.exchange.formactions;

import org.jspecify.annotations.NullMarked;
