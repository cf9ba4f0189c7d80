// SPDX-License-Identifier: Apache-2.0
/**
 * The application document (app model, sections 2 to 9): a JSON tree that keeps every key it came with, and records read
 * from it for whoever compiles, checks or shows an app.
 *
 * <p>Invariants: reading never fails on what is missing, of another shape or unknown, because documents of ten years are
 * imported; {@link org.baraza.apps.model.AppImport} reports what was not understood. Ids are kept as they are. Pure:
 * no database, no clock; new ids come from the caller.
 */
@NullMarked
@NamedInterface("model")
package org.baraza.apps.model;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
