// SPDX-License-Identifier: Apache-2.0
/**
 * What a form asks: the questions of an XForm's source with their types, texts, choices and logic (app model, section 10),
 * for application structure, summaries, checks and completion.
 *
 * <p>Invariants: reading is pure; questions come in the order of the form, values without a control after them.
 */
@NullMarked
@NamedInterface("questions")
package org.baraza.apps.questions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
