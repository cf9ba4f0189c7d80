// SPDX-License-Identifier: Apache-2.0
/**
 * Changes of an app's document, one at a time (app model, section 14): pure, so that what a change does and which others it can
 * stand beside is decided without a database.
 */
@NullMarked
@NamedInterface("editing")
package org.baraza.apps.editing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
