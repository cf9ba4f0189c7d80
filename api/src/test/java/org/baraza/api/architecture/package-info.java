// SPDX-License-Identifier: Apache-2.0
/** What holds for the code as a whole, each rule with its reason. */
@NullMarked
package org.baraza.api.architecture;

import org.jspecify.annotations.NullMarked;
