// SPDX-License-Identifier: Apache-2.0
/** The product as a person meets it: the packed application, and a browser before it. */
@NullMarked
package org.baraza.api.browser;

import org.jspecify.annotations.NullMarked;
