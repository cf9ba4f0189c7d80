// SPDX-License-Identifier: Apache-2.0
/**
 * Forms: what phones and programs submit. Owns the schema {@code forms}.
 *
 * <p>Invariants: a form is stored before it is acknowledged, once per id and project, with its raw XML byte for byte; what
 * it does to cases is committed with it or not at all; a form that breaks a rule is kept in error state, one that cannot
 * be read as a submission error log, so that nothing that arrived is ever lost. Editing (by phones, and by people who
 * correct) and archiving are facts of their own. Calls cases in the same transaction and appends to the change feed; a device's own log is handed on to devices, what a
 * form did to the phone that sent it to sync.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "xml",
            "openrosa",
            "problem",
            "paging",
            "identity",
            "cases",
            "memory",
            "places",
            "sync",
            "devices"
        })
package org.baraza.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
