// SPDX-License-Identifier: Apache-2.0
/**
 * From an app to the files that phones install (generated build): profiles, suite, texts, forms, the archive.
 *
 * <p>{@link org.baraza.apps.compile.Compiler} is the way in. Invariants: the same app, sources and context make the same
 * bytes; ids come from the app alone and never change with the version; a resource's number rises exactly when its content
 * changes. Pure: no database, no clock, no network.
 */
@NullMarked
@NamedInterface("compile")
package org.baraza.apps.compile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
