// SPDX-License-Identifier: Apache-2.0
/** The demo project of a fresh server: a small community health programme whose data went through the real intake. */
@NullMarked
package org.baraza.api.demo;

import org.jspecify.annotations.NullMarked;
