// SPDX-License-Identifier: Apache-2.0
/** Where phones search for cases that they do not have, and claim them. Translates and delegates. */
@NullMarked
package org.baraza.api.claims;

import org.jspecify.annotations.NullMarked;
