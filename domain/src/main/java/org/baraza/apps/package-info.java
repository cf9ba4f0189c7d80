// SPDX-License-Identifier: Apache-2.0
/**
 * Applications: what a programme builds once and phones run, offline, for years.
 *
 * <p>This package owns the schema {@code apps}: working copies with the history of their edits, versions with their files. A
 * version never changes; making it again gives the same one.
 *
 * <p>The packages below are pure and go from the document to the phone: {@code model} reads the document, {@code
 * questions} reads a form's source, {@code compile} makes the files of a version, {@code checks} says what is wrong before
 * a version is made, {@code compare} says what changed and what there is, {@code rollout} decides who gets which, {@code
 * translations} turns texts into sheets and back.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "devices",
            "dictionary",
            "forms",
            "identity",
            "memory",
            "paging",
            "places",
            "problem",
            "xml",
            "xpath"
        })
package org.baraza.apps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
