// SPDX-License-Identifier: Apache-2.0
/** The reference pages. */
@NullMarked
package org.baraza.api.docs;

import org.jspecify.annotations.NullMarked;
