// SPDX-License-Identifier: Apache-2.0
/** Signing in and out of the web, and the web client itself. */
@NullMarked
package org.baraza.api.session;

import org.jspecify.annotations.NullMarked;
