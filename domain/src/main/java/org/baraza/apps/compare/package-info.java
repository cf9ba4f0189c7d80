// SPDX-License-Identifier: Apache-2.0
/**
 * Apps seen as a whole: what changed between two versions, in words, and the tables of the summary workbooks (app model,
 * section 12). Pure.
 */
@NullMarked
@NamedInterface("compare")
package org.baraza.apps.compare;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
