// SPDX-License-Identifier: Apache-2.0
/**
 * Bulk work: workbooks of people, places and lookup tables, written and read, tables of cases to be imported, and what is
 * done to many at once. Owns the schema {@code exchange}.
 *
 * <p>Invariants: all of it is a {@link org.baraza.exchange.Job}, which runs in one project, as somebody who is asked for
 * her permission again and again; rows are done in transactions shorter than a second, each row whole or not at all, and
 * what a transaction did is counted in that transaction, so that a job which is cut short goes on behind the last row that
 * was committed. What is wrong with a row is kept with the job and stops no other row. A workbook that was sent is gone
 * when its job ends: it may hold passwords. Calls identity, places, tables, cases, forms, apps and
 * forwarding, whose rules hold here too, and devices for when somebody was last heard of; cases change by forms only.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "apps",
            "cases",
            "devices",
            "dictionary",
            "forms",
            "forwarding",
            "identity",
            "mail",
            "paging",
            "places",
            "problem",
            "tables",
            "tenancy",
            "xml"
        })
package org.baraza.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
