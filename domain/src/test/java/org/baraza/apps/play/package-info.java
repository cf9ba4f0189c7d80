// SPDX-License-Identifier: Apache-2.0
/** Plays what the vectors say of apps, as far as it needs no form runtime: menus, lists, choices, where forms lead. */
@NullMarked
package org.baraza.apps.play;

import org.jspecify.annotations.NullMarked;
